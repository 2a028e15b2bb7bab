import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchmarkRoom } from '../../../metrics/category-slice.ts';
import { unixSeconds } from '../../../metrics/time.ts';
import { type FeedIndex, INDEX_FORMAT } from '../../../sources/feed/index-schema.ts';
import { DAY_SECONDS } from '../../../sources/feed/values.ts';
import { FEED_VERSION } from '../../../sources/feed/version.ts';
import { type Chosen, FeedDatabase, type Head, type RoomRule, type Spread } from '../database.ts';
import { readTasks } from '../lives/read-apart.ts';
import { type SourceFile, type Tally, type Task, tasksOf, type Usual } from '../lives/task.ts';
import { wholeSession } from '../lives/whole-session.ts';
import type { FeedOptions } from '../options.ts';
import { type Minimums, smallness, type TooSmall } from './minimums.ts';
import { benchmarkRoom } from './room.ts';
import { sliceText } from './slice.ts';
import { FeedFolder } from './write-feed.ts';

/** A LIVE to learn from is long enough to judge, and in the upper half by both of its measures. */
const SHORTEST_ROOM = 30 * 60;
const LEAST_RANK = 0.5;

/** What was built and what was left out. */
export interface Built {
  readonly tallies: readonly Tally[];
  readonly tasks: readonly Task[];
  readonly lives: number;
  readonly simulated: boolean;
  /** Simulated LIVEs beside real ones, which don't mix. */
  readonly dropped: number;
  readonly slices: number;
  readonly rooms: number;
  readonly notWritten: readonly (Pick<Head, 'region' | 'category'> & {
    readonly day: string;
    readonly why: TooSmall;
  })[];
  readonly metricsLeftOut: Readonly<Partial<Record<TooSmall, number>>>;
}

/** What a build tells while it goes on. */
export interface Told {
  readonly read: (task: Task, tally: Tally) => void;
  readonly day: (day: string) => void;
}

/**
 * Builds a feed from files into `options.out`; writes nothing there when no slice is large enough.
 *
 * @param now unix seconds: starts after it are left out, and it is the feed's `updatedAt`
 * @param published slices of the feed that lies there now, against which changes are counted
 */
export async function buildFeed(
  files: readonly SourceFile[],
  options: FeedOptions,
  published: FeedIndex['slices'],
  now: number,
  told: Told,
): Promise<Built> {
  const work = mkdtempSync(join(tmpdir(), 'live-diagnosis-feed-'));
  const folder = new FeedFolder(options.out, now);
  try {
    const usual: Usual = { category: options.category, region: options.region, now };
    const tasks = tasksOf(files, (task) =>
      join(work, `rows-${String(task).padStart(5, '0')}.parquet`),
    );
    const tallies = await readTasks(tasks, usual, told.read);
    const database = await FeedDatabase.open(work, join(work, 'rows-*.parquet'));
    try {
      const built = await buildDays(database, folder, { files, options, published, usual, told });
      return { ...built, tallies, tasks };
    } finally {
      database.close();
    }
  } finally {
    folder.abandon();
    rmSync(work, { recursive: true, force: true });
  }
}

interface Around {
  readonly files: readonly SourceFile[];
  readonly options: FeedOptions;
  readonly published: FeedIndex['slices'];
  readonly usual: Usual;
  readonly told: Told;
}

async function buildDays(
  database: FeedDatabase,
  folder: FeedFolder,
  { files, options, published, usual, told }: Around,
): Promise<Omit<Built, 'tallies' | 'tasks'>> {
  const { simulated, lives, dropped, last } = await database.gather();
  const days = lives === 0 ? [] : daysBefore(options.day ?? dayOf(last), options.days);
  const least: Minimums = {
    shops: options['min-shops'],
    lives: options['min-lives'],
    share: options['max-share'],
  };
  await rememberPublished(database, published, days[0] ?? '');
  const notWritten: Built['notWritten'][number][] = [];
  const metricsLeftOut: Partial<Record<TooSmall, number>> = {};
  const sessions = new Map<string, BenchmarkRoom | undefined>();
  let rooms = 0;
  for (const day of days) {
    told.day(day);
    const till = endOf(day);
    const heads = await database.turnTo(till, options.window * DAY_SECONDS);
    const fit = heads.filter((head) => {
      const why = smallness(head, least);
      if (why !== undefined)
        notWritten.push({ region: head.region, category: head.category, day, why });
      return why === undefined;
    });
    if (fit.length === 0) continue;
    const spreads = byGroup(await database.spreads());
    const chosen = byGroup(await database.rooms(roomRule(options)));
    for (const head of fit) {
      const kept = (spreads.get(groupOf(head)) ?? []).filter((spread) => {
        const why = smallness(spread, least);
        if (why !== undefined) metricsLeftOut[why] = (metricsLeftOut[why] ?? 0) + 1;
        return why === undefined;
      });
      const shown: BenchmarkRoom[] = [];
      for (const place of chosen.get(groupOf(head)) ?? []) {
        const room = await roomAt(place, till);
        if (room !== undefined) shown.push(room);
      }
      rooms += shown.length;
      const frame = { day, window: options.window, simulated };
      folder.add({ ...head, day }, sliceText(head, kept, shown, frame));
      await database.publish(head.region, head.category, till);
    }
  }
  if (folder.size > 0) folder.finish(indexHead(options, least, simulated, usual.now));
  return { lives, simulated, dropped, slices: folder.size, rooms, notWritten, metricsLeftOut };

  async function roomAt(
    { source, place }: Chosen,
    till: number,
  ): Promise<BenchmarkRoom | undefined> {
    const key = `${source} ${place} ${till}`;
    if (sessions.has(key)) return sessions.get(key);
    const file = files[source];
    const session = file === undefined ? undefined : await wholeSession(file, place, usual);
    const room = session === undefined ? undefined : benchmarkRoom(session, till);
    sessions.set(key, room);
    return room;
  }
}

/** Of each region and category the last day that is published and stays older than what is built now. */
async function rememberPublished(
  database: FeedDatabase,
  published: FeedIndex['slices'],
  firstDay: string,
): Promise<void> {
  const latest = new Map<string, FeedIndex['slices'][number]>();
  for (const slice of published) {
    const known = latest.get(groupOf(slice));
    if (slice.day < firstDay && (known === undefined || slice.day > known.day))
      latest.set(groupOf(slice), slice);
  }
  for (const { region, category, day } of latest.values())
    await database.publish(region, category, endOf(day));
}

function indexHead(
  { name, publisher, homepage }: FeedOptions,
  minimums: Minimums,
  simulated: boolean,
  now: number,
): Omit<FeedIndex, 'slices'> {
  return {
    format: INDEX_FORMAT,
    version: FEED_VERSION,
    name,
    ...(publisher === undefined ? {} : { publisher }),
    ...(homepage === undefined ? {} : { homepage }),
    updatedAt: unixSeconds(now),
    ...(simulated ? { simulated } : {}),
    minimums,
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

function byGroup<T extends Spread | Chosen>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(groupOf(row)) ?? [];
    group.push(row);
    groups.set(groupOf(row), group);
  }
  return groups;
}

function groupOf({
  region,
  category,
}: {
  readonly region: string;
  readonly category: string;
}): string {
  return `${region} ${category}`;
}

/** The UTC day of an instant in unix seconds. */
function dayOf(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}

/** The end of a UTC day in unix seconds; LIVEs of the day started before it. */
function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + DAY_SECONDS;
}

/** So many days up to and including the last, the oldest first. */
function daysBefore(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) =>
    dayOf(endOf(last) - DAY_SECONDS * (count - place)),
  );
}
