-- One row for each LIVE. Of a room that was read more than once the latest reading counts. What an
-- account started in the same minute is one LIVE from two files; the one with a true room id counts.
create table lives as
with
  readings as (
    select
      source, place, account, started, named, read_at,
      row_number() over (partition by room order by read_at desc, source, place) as nth
    from rows
    where simulated = $simulated
  ),
  singles as (
    select
      source, place,
      row_number() over (
        partition by account, cast(floor(started / 60) as bigint)
        order by named desc, read_at desc, source, place
      ) as nth
    from readings
    where nth = 1
  )
select rows.*
from rows
join singles on singles.source = rows.source and singles.place = rows.place
where singles.nth = 1
