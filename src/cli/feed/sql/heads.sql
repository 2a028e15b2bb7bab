-- Each region, category and sales basis on the day: its LIVEs, shops and usual currency, how much of it is one
-- shop's, and how many shops' LIVEs came or went since what was published last.
create or replace table heads {stored} as
with
  by_currency as (
    select region, category, basis, currency, count(*) as lives
    from scope
    where inside and currency is not null
    group by region, category, basis, currency
  ),
  usual as (
    select
      region, category, basis, currency,
      row_number() over (partition by region, category, basis order by lives desc, currency) as nth
    from by_currency
  ),
  by_shop as (
    select
      region, category, basis, shop,
      sum(case when inside then 1 else 0 end) as lives,
      sum(case when inside then length else 0 end) as seconds,
      sum(case when inside <> before then 1 else 0 end) as changes
    from scope
    where inside or before
    group by region, category, basis, shop
  ),
  totals as (
    select
      region, category, basis,
      sum(lives) as lives,
      sum(case when lives > 0 then 1 else 0 end) as shops,
      sum(seconds) as seconds,
      max(lives) as largest_lives,
      max(seconds) as largest_seconds,
      sum(case when changes > 0 then 1 else 0 end) as changed_shops
    from by_shop
    group by region, category, basis
  )
select
  totals.region as region, totals.category as category, totals.basis as basis,
  totals.lives as lives, totals.shops as shops, totals.seconds as seconds,
  totals.largest_lives as largest_lives, totals.largest_seconds as largest_seconds,
  totals.changed_shops as changed_shops, usual.currency as currency
from totals
left join usual
  on usual.region = totals.region
  and usual.category = totals.category
  and usual.basis = totals.basis
  and usual.nth = 1
where totals.lives > 0
