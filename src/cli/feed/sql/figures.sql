-- One row for each figure of a LIVE.
create view figures as
select region, category, basis, shop, currency, length, inside, before, metric, value
from scope
{unpivot}
where (inside or before) and value is not null
