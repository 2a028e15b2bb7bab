-- The LIVEs of the day's window (inside), and of the window that was published last (before).
create view scope as
select
  lives.*,
  lives.started >= this_day.till - this_day.reach and lives.started < this_day.till as inside,
  coalesce(
    lives.started >= published.till - published.reach and lives.started < published.till,
    false
  ) as before
from lives
cross join this_day
left join published
  on published.of_region = lives.region
  and published.of_category = lives.category
  and published.of_basis = lives.basis
