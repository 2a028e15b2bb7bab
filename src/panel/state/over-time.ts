import { useEffect, useMemo, useState } from 'preact/hooks';
import { calendarOf, type LiveCalendar } from '../../diagnosis/over-time/calendar.ts';
import { type LiveReading, readingsOf } from '../../diagnosis/over-time/figure-changes.ts';
import { type LivesInTime, livesInTime } from '../../diagnosis/over-time/live-in-time.ts';
import { type MetricSeries, seriesOf } from '../../diagnosis/over-time/series.ts';
import { type WeekMap, weekMapOf } from '../../diagnosis/over-time/week-map.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { Fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ShopProfile } from '../../metrics/live/shop-profiles.ts';
import { newestZone } from '../../metrics/live/shop-zone.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import {
  DAY_MS,
  type UnixMs,
  type UnixSeconds,
  unixSeconds,
  type Zone,
} from '../../metrics/time.ts';
import { readersZone, zoneAt } from '../../metrics/zone.ts';
import { useApp } from './app.ts';
import type { Which } from './ports.ts';
import { readArchive } from './read-archive.ts';
import { takenOutStarts } from './report-store.ts';
import { useAllFigures } from './use-all-figures.ts';

/** The own LIVEs of the account whose LIVE is in view, to be drawn over time. */
export interface OverTime {
  /** The LIVE in view, else the newest one: it says whose LIVEs these are. */
  readonly of: RoomRecord;
  readonly lives: LivesInTime;
  /** Starts of LIVEs that the seller took out: TikTok's own comparison may tell of them too. */
  readonly takenOut: readonly UnixSeconds[];
  /** The shop's zone, else the reader's. */
  readonly zone: Zone;
  readonly now: UnixMs;
}

/**
 * Undefined where no LIVE is known, and until the figures of all were read. `shop` has LIVEs of that shop drawn in place of those of the LIVE in view.
 * The time is that of the opening: nothing moves while one looks at it.
 */
export function useOverTime(shop?: ShopProfile): OverTime | undefined {
  const app = useApp();
  const [now] = useState(() => app.now.peek());
  const rooms = useAllFigures();
  const settings = app.settings.settings.value;
  const inView = app.room.view.value.id;
  const drawn = shop?.lives ?? rooms ?? [];
  const of = drawn.find(({ id }) => id === inView) ?? drawn[0];
  return useMemo(() => {
    if (of === undefined || rooms === undefined) return undefined;
    const lives = livesInTime(of, rooms, { choices: settings, now });
    return {
      of,
      lives,
      takenOut: takenOutStarts(lives.account),
      zone: zoneAt(now, of.room.zone ?? newestZone(rooms) ?? readersZone(now)),
      now,
    };
  }, [of, rooms, settings, now]);
}

/** How far back one looks: so many weeks, or all that is kept. */
export type Reach = 4 | 12 | 'all';

/** From when on LIVEs are looked at; undefined where all are. */
export function since(reach: Reach, now: UnixMs): UnixSeconds | undefined {
  return reach === 'all' ? undefined : unixSeconds(Math.floor((now - reach * 7 * DAY_MS) / 1000));
}

/** A metric over the LIVEs of a time. */
export function useSeries({ lives, now }: OverTime, metric: MetricId, reach: Reach): MetricSeries {
  return useMemo(
    () => seriesOf(lives.lives, metric, lives.currency, since(reach, now)),
    [lives, metric, reach, now],
  );
}

/** GMV per hour of the days of a time. */
export function useCalendar({ lives, zone, now }: OverTime, reach: Reach): LiveCalendar {
  return useMemo(() => calendarOf(lives, zone, since(reach, now)), [lives, zone, reach, now]);
}

/** GMV per hour of the hours of the week, over a time. */
export function useWeekMap({ lives, zone, now }: OverTime, reach: Reach): WeekMap {
  return useMemo(() => weekMapOf(lives, zone, since(reach, now)), [lives, zone, reach, now]);
}

/** What was read of a LIVE from time to time; undefined until the archive answered. */
export function useReadings(
  room: RoomId,
  revision: number,
): { readonly readings: readonly LiveReading[] } | { readonly fault: Fault } | undefined {
  const { ports, settings } = useApp();
  const which: Which = settings.settings.value.sample ? 'sample' : 'shop';
  const [read, setRead] = useState<ReturnType<typeof useReadings>>(undefined);
  useEffect(() => {
    let wanted = true;
    void readArchive(ports, which, (archive) => archive.revisions(room)).then((found) => {
      if (!wanted) return;
      setRead(found.ok ? { readings: readingsOf(found.value) } : { fault: found.fault });
    });
    return () => {
      wanted = false;
    };
    // A new revision is read anew.
  }, [ports, which, room, revision]);
  return read;
}
