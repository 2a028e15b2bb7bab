-- How each metric spreads over the LIVEs of a region and category that report it, and the counts by
-- which a spread is published or left out. Money counts in the category's usual currency alone,
-- and figures of one sales basis stay in its slices.
with
  counted as (
    select
      figures.region as region, figures.category as category, figures.basis as basis,
      figures.metric as metric, figures.shop as shop, figures.length as length,
      figures.inside as inside, figures.before as before, figures.value as value
    from figures
    join heads
      on heads.region = figures.region
      and heads.category = figures.category
      and heads.basis = figures.basis
    join metric_kinds
      on metric_kinds.metric = figures.metric
    where (not metric_kinds.money or figures.currency = heads.currency)
      and (metric_kinds.basis is null or metric_kinds.basis = figures.basis)
  ),
  by_shop as (
    select
      region, category, basis, metric, shop,
      sum(case when inside then 1 else 0 end) as lives,
      sum(case when inside then length else 0 end) as seconds,
      sum(case when inside <> before then 1 else 0 end) as changes
    from counted
    group by region, category, basis, metric, shop
  ),
  totals as (
    select
      region, category, basis, metric,
      sum(lives) as lives,
      sum(case when lives > 0 then 1 else 0 end) as shops,
      sum(seconds) as seconds,
      max(lives) as largest_lives,
      max(seconds) as largest_seconds,
      sum(case when changes > 0 then 1 else 0 end) as changed_shops
    from by_shop
    group by region, category, basis, metric
  ),
  spreads as (
    select
      region, category, basis, metric,
      {quantiles} as quantiles
    from counted
    where inside
    group by region, category, basis, metric
  )
select
  totals.region as region, totals.category as category, totals.basis as basis,
  totals.metric as metric,
  cast(totals.lives as double) as lives,
  cast(totals.shops as double) as shops,
  cast(totals.seconds as double) as seconds,
  cast(totals.largest_lives as double) as largest_lives,
  cast(totals.largest_seconds as double) as largest_seconds,
  cast(totals.changed_shops as double) as changed_shops,
  spreads.quantiles[1] as p10,
  spreads.quantiles[2] as p25,
  spreads.quantiles[3] as p50,
  spreads.quantiles[4] as p75,
  spreads.quantiles[5] as p90
from totals
join spreads
  on spreads.region = totals.region
  and spreads.category = totals.category
  and spreads.basis = totals.basis
  and spreads.metric = totals.metric
order by totals.region, totals.category, totals.basis, totals.metric
