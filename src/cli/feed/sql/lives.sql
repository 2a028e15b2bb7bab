-- One row for each LIVE. Of a room that was read more than once the latest reading counts. What an
-- account started in the same minute is one LIVE from two files; the one with a true room id counts.
create table lives as
with
  readings as (
    select
      file, at, account, started, named, read_at,
      row_number() over (partition by room order by read_at desc, file, at) as nth
    from rows
    where simulated = $simulated
  ),
  singles as (
    select
      file, at,
      row_number() over (
        partition by account, cast(floor(started / 60) as bigint)
        order by named desc, read_at desc, file, at
      ) as nth
    from readings
    where nth = 1
  )
select rows.*
from rows
join singles on singles.file = rows.file and singles.at = rows.at
where singles.nth = 1
