-- One row for each LIVE, with whose it is. Of a room that was read more than once the latest reading
-- counts. What an account started in the same minute is one LIVE from two files; the one with a true
-- room id counts. A file that names no creator is of the one that another file names for the room,
-- for a LIVE of the same folder and minute, or for the whole folder; else of its folder.
create table lives {stored} as
with
  ids_of_handles as (
    select handle, min(creator) as creator
    from rows
    where simulated = $simulated and creator <> handle
    group by handle
    having min(creator) = max(creator)
  ),
  told as (
    select
      rows.source, rows.place, rows.room, rows.named, rows.read_at, rows.folder, rows.said_shop,
      cast(floor(rows.started / 60) as bigint) as minute,
      coalesce(ids_of_handles.creator, rows.creator) as creator
    from rows
    left join ids_of_handles on ids_of_handles.handle = rows.creator
    where rows.simulated = $simulated
  ),
  of_rooms as (
    select room, min(creator) as creator
    from told
    group by room
    having min(creator) = max(creator)
  ),
  of_starts as (
    select folder, minute, min(creator) as creator
    from told
    group by folder, minute
    having min(creator) = max(creator)
  ),
  of_folders as (
    select folder, min(creator) as creator
    from told
    group by folder
    having min(creator) = max(creator)
  ),
  owned as (
    select
      told.source, told.place, told.room as room, told.named, told.read_at, told.minute as minute,
      told.said_shop,
      coalesce(
        told.creator, of_rooms.creator, of_starts.creator, of_folders.creator, told.folder
      ) as account
    from told
    left join of_rooms on of_rooms.room = told.room
    left join of_starts on of_starts.folder = told.folder and of_starts.minute = told.minute
    left join of_folders on of_folders.folder = told.folder
  ),
  shops as (
    select account, min(said_shop) as shop
    from owned
    group by account
    having min(said_shop) = max(said_shop)
  ),
  readings as (
    select
      owned.*,
      row_number() over (partition by room order by read_at desc, source, place) as nth
    from owned
  ),
  singles as (
    select
      source as of_source, place as of_place, account, said_shop as said,
      row_number() over (
        partition by account, minute order by named desc, read_at desc, source, place
      ) as nth
    from readings
    where nth = 1
  )
select
  rows.*,
  singles.account as account,
  coalesce(singles.said, shops.shop, singles.account) as shop
from rows
join singles on singles.of_source = rows.source and singles.of_place = rows.place
left join shops on shops.account = singles.account
where singles.nth = 1
