-- The LIVEs to learn from: those whose lower rank in impressions per hour and GMV per hour is
-- highest among all LIVEs of their region and category, of shops that agreed to be named. Only what a
-- LIVE's own file says counts as consent, not whose the LIVE was found to be.
with
  ranked as (
    select
      scope.region as region, scope.category as category, scope.basis as basis, scope.shop,
      scope.said_shop, scope.creator, scope.handle, scope.folder, scope.room, scope.named,
      scope.length, scope.source, scope.place,
      percent_rank() over (
        partition by scope.region, scope.category, scope.basis
        order by scope."impressionsPerHour"
      ) as reach_rank,
      percent_rank() over (
        partition by scope.region, scope.category, scope.basis
        order by coalesce(scope."gmvPerHour", scope."directGmvPerHour")
      ) as money_rank
    from scope
    join heads
      on heads.region = scope.region
      and heads.category = scope.category
      and heads.basis = scope.basis
      and heads.currency = scope.currency
    where scope.inside
      and scope."impressionsPerHour" is not null
      and coalesce(scope."gmvPerHour", scope."directGmvPerHour") is not null
  ),
  willing as (
    select
      ranked.*,
      case when reach_rank < money_rank then reach_rank else money_rank end as lower_rank
    from ranked
    where named
      and length >= $shortest
      and (
        $everyone
        or said_shop in (select name from agreed)
        or handle in (select name from agreed)
        or coalesce(creator, folder) in (select name from agreed)
      )
  ),
  of_shop as (
    select
      willing.*,
      row_number() over (
        partition by region, category, basis, shop
        order by lower_rank desc, reach_rank + money_rank desc, room
      ) as nth
    from willing
    where lower_rank >= $least
  ),
  best as (
    select
      of_shop.region, of_shop.category, of_shop.basis, of_shop.source, of_shop.place,
      row_number() over (
        partition by region, category, basis
        order by lower_rank desc, reach_rank + money_rank desc, room
      ) as seat
    from of_shop
    where nth <= $per_shop
  )
select
  region, category, basis,
  cast(source as double) as source,
  cast(place as double) as place,
  cast(seat as double) as seat
from best
where seat <= $rooms
order by region, category, basis, seat
