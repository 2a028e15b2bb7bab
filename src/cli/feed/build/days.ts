import type { BenchmarkRoom, CategorySlice } from '../../../metrics/feed/category-slice.ts';
import { DAY_SECONDS } from '../../../metrics/time.ts';
import type { Chosen, FeedDatabase, FeedSpread, ResultHead, RoomRule } from '../database.ts';
import { groupOf } from '../group.ts';
import type { SourceFile, Usual } from '../lives/task.ts';
import { wholeSessions } from '../lives/whole-sessions.ts';
import type { FeedOptions } from '../options.ts';
import { daysBefore, endOfDay } from './calendar.ts';
import { changedSince } from './late.ts';
import { type Minimums, smallness, type TooSmall } from './minimums.ts';
import type { Published } from './published.ts';
import { benchmarkRoom } from './room.ts';
import { sliceOf } from './slice.ts';
import type { FeedFolder } from './write-feed.ts';

/** A LIVE to learn from is long enough to judge, and in the upper half by both of its measures. */
const SHORTEST_ROOM = 30 * 60;
const LEAST_RANK = 0.5;

/** What became of the days. */
export interface DaysBuilt {
  readonly rooms: number;
  /** Slices that were published before and stay as they were. */
  readonly kept: number;
  readonly notWritten: readonly (Pick<ResultHead, 'region' | 'category' | 'basis'> & {
    readonly day: string;
    readonly why: TooSmall;
  })[];
  readonly metricsLeftOut: Readonly<Partial<Record<TooSmall, number>>>;
}

interface Around {
  readonly files: readonly SourceFile[];
  readonly options: FeedOptions;
  readonly published: Published;
  readonly simulated: boolean;
  readonly usual: Usual;
  readonly told: (day: string) => void;
}

/** Builds the slices of the days, the oldest first, into the folder. */
export async function buildDays(
  database: FeedDatabase,
  folder: FeedFolder,
  last: string,
  { files, options, published, simulated, usual, told }: Around,
): Promise<DaysBuilt> {
  const least = minimumsOf(options);
  const lastOf = new Map(published.last().map((entry) => [groupOf(entry), entry]));
  const late = await changedSince(database, published);
  for (const [group, entry] of lastOf) {
    const { window } = published.slice(group, entry.day) ?? options;
    database.publish(entry, { till: endOfDay(entry.day), reach: window * DAY_SECONDS });
  }
  const notWritten: DaysBuilt['notWritten'][number][] = [];
  const metricsLeftOut: Partial<Record<TooSmall, number>> = {};
  const written = new Set<string>();
  let [rooms, kept] = [0, 0];
  const add = (slice: CategorySlice): void => {
    folder.add(slice);
    written.add(groupOf(slice));
    rooms += slice.rooms.length;
  };
  for (const day of daysBefore(last, options.days)) {
    told(day);
    const till = endOfDay(day);
    const reach = options.window * DAY_SECONDS;
    const heads = await database.turnTo(till, reach);
    const lastDay = (head: ResultHead): string | undefined => lastOf.get(groupOf(head))?.day;
    const isOld = (head: ResultHead): boolean => day <= (lastDay(head) ?? '');
    // Days that have no LIVE in common have no difference that tells.
    const isLate = (head: ResultHead): boolean =>
      late.has(groupOf(head)) && till - reach < endOfDay(lastDay(head) ?? day);
    const fit = heads.filter((head) => {
      if (isOld(head)) return false;
      const why = smallness(head, least) ?? (isLate(head) ? 'lateSessions' : undefined);
      const { region, category, basis } = head;
      if (why !== undefined) notWritten.push({ region, category, basis, day, why });
      return why === undefined;
    });
    const old = heads.filter(isOld);
    if (fit.length + old.length === 0) continue;
    const spreads = byGroup(fit.length === 0 ? [] : await database.spreads());
    const named = await namedRooms(await database.rooms(roomRule(options)), till);
    for (const head of fit) {
      const large = ownOf(spreads, head).filter((spread) => {
        const why = smallness(spread, least);
        if (why !== undefined) metricsLeftOut[why] = (metricsLeftOut[why] ?? 0) + 1;
        return why === undefined;
      });
      const shown = named.get(groupOf(head)) ?? [];
      const frame = { day, window: options.window, simulated };
      add(sliceOf(head, large, shown, frame));
      database.publish(head, { till, reach });
      late.delete(groupOf(head));
    }
    for (const head of old) keep(groupOf(head), day, named.get(groupOf(head)) ?? []);
  }
  // What was published last stays until its LIVEs would all have left the window.
  for (const [group, { day }] of lastOf)
    if (!written.has(group) && endOfDay(last) - endOfDay(day) < options.window * DAY_SECONDS)
      keep(group, day, []);
  return { rooms, kept, notWritten, metricsLeftOut };

  /** Consent may have changed since: rooms are those that are chosen now. */
  function keep(group: string, day: string, shown: readonly BenchmarkRoom[]): void {
    const slice = published.slice(group, day);
    if (slice === undefined) return;
    add({ ...slice, rooms: [...shown] });
    kept += 1;
  }

  async function namedRooms(
    chosen: readonly Chosen[],
    till: number,
  ): Promise<Map<string, BenchmarkRoom[]>> {
    const sessions = new Map<number, Awaited<ReturnType<typeof wholeSessions>>>();
    for (const source of new Set(chosen.map((one) => one.source))) {
      const places = chosen.filter((one) => one.source === source).map(({ place }) => place);
      const file = files[source - (usual.firstSource ?? 0)];
      if (file !== undefined) sessions.set(source, await wholeSessions(file, places, usual));
    }
    const groups = new Map<string, BenchmarkRoom[]>();
    for (const one of chosen) {
      const session = sessions.get(one.source)?.get(one.place);
      const room = session === undefined ? undefined : benchmarkRoom(session, till);
      if (room !== undefined) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), room]);
    }
    return groups;
  }
}

export function minimumsOf(options: FeedOptions): Minimums {
  return {
    shops: options['min-shops'],
    lives: options['min-lives'],
    share: options['max-share'],
  };
}

function roomRule(options: FeedOptions): RoomRule {
  return {
    everyone: options['all-agreed'],
    agreed: options.names,
    rooms: options.rooms,
    perShop: options['per-shop'],
    shortest: SHORTEST_ROOM,
    least: LEAST_RANK,
  };
}

function byGroup(rows: readonly FeedSpread[]): Map<string, FeedSpread[]> {
  const groups = new Map<string, FeedSpread[]>();
  for (const row of rows) groups.set(groupOf(row), [...ownOf(groups, row), row]);
  return groups;
}

function ownOf(
  groups: ReadonlyMap<string, FeedSpread[]>,
  of: Parameters<typeof groupOf>[0],
): FeedSpread[] {
  return groups.get(groupOf(of)) ?? [];
}
