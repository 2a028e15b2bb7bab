import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unixSeconds } from '../../../metrics/time.ts';
import { type FeedIndex, INDEX_FORMAT } from '../../../sources/feed/index-schema.ts';
import { FeedDatabase, type GatheredRows } from '../database.ts';
import { openEngine } from '../engines/open-engine.ts';
import { readTasks } from '../lives/read-apart.ts';
import { type SourceFile, type Task, type TaskResult, tasksOf, type Usual } from '../lives/task.ts';
import type { FeedOptions } from '../options.ts';
import { utcDayOf } from './calendar.ts';
import { buildDays, type DaysBuilt, minimumsOf } from './days.ts';
import { Published } from './published.ts';
import { FeedFolder } from './write-feed.ts';

/** What was built and what was left out. */
export interface Built extends DaysBuilt, Omit<GatheredRows, 'last'> {
  readonly tallies: readonly TaskResult[];
  readonly tasks: readonly Task[];
  readonly slices: number;
}

/**
 * Files with LIVEs of TikTok's Open API, or how many LIVEs of it kept rows hold, whose publishing nobody confirmed
 * to have the right to; nothing was built.
 */
export interface Unconfirmed {
  readonly unconfirmed: readonly SourceFile[] | number;
}

/** More files than one build reads. */
const MANY_FILES = 1_000_000;

/** What a build tells while it goes on. */
export interface Told {
  readonly read: (task: Task, tally: TaskResult) => void;
  readonly day: (day: string) => void;
}

/**
 * Builds a feed from files into `options.out`; leaves that place as it is when no slice is large
 * enough.
 *
 * @param published the feed that lies there now
 * @param now unix seconds: starts after it are left out, and it is the feed's `updatedAt`
 */
export async function buildFeed(
  files: readonly SourceFile[],
  options: FeedOptions,
  published: Published,
  now: number,
  told: Told,
): Promise<Built | Unconfirmed> {
  const work = mkdtempSync(join(tmpdir(), 'live-diagnosis-feed-'));
  const { parquet, 'to-parquet': kept } = options;
  const rows = kept === undefined ? join(work, 'rows') : `${resolve(kept)}.${process.pid}.partial`;
  const folder = new FeedFolder(options.out, now);
  const clean = (): void => {
    folder.abandon();
    rmSync(rows, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  };
  // What was written lies in the gigabytes: it goes on Ctrl-C too.
  process.once('exit', clean);
  try {
    mkdirSync(rows, { recursive: true });
    const usual: Usual = {
      category: options.category,
      region: options.region,
      dates: options.dates,
      now,
      // Rows that are kept may lie beside those of other builds one day.
      ...(kept === undefined ? {} : { firstSource: randomInt(2 ** 32) * MANY_FILES }),
    };
    const tasks = tasksOf(files, (task) => join(rows, `${String(task).padStart(5, '0')}.parquet`));
    const tallies = await readTasks(tasks, usual, told.read);
    const official = new Set(tallies.flatMap(({ openApi }) => openApi));
    if (official.size > 0 && !options['rights-confirmed'])
      return { unconfirmed: files.filter(({ place }) => official.has(place)) };
    const read = kept === undefined ? rows : putInPlace(rows, resolve(kept));
    const engine = await openEngine(options, work);
    try {
      const database = await FeedDatabase.open(
        engine,
        parquet === undefined ? { folder: read } : { place: parquet },
      );
      const { last, ...gathered } = await database.gather();
      const { simulated, lives } = gathered;
      if (gathered.openApi > 0 && !options['rights-confirmed'])
        return { unconfirmed: gathered.openApi };
      const isOfKind = published.simulated === simulated;
      const day = options.day ?? utcDayOf(last);
      const around = { files, options, simulated, usual, told: told.day };
      const built: DaysBuilt =
        lives === 0
          ? { rooms: 0, kept: 0, notWritten: [], metricsLeftOut: {} }
          : await buildDays(database, folder, day, {
              ...around,
              published: isOfKind ? published : Published.nothing(),
            });
      const slices = folder.size;
      // Days that stay may rest on LIVEs of the Open API that aren't among these.
      const before = isOfKind && built.kept > 0 ? published.openApi : undefined;
      const openApi = gathered.openApi > 0 ? { rightsConfirmed: true } : before;
      if (slices > 0)
        folder.finish({ ...indexHead(options, simulated, now), ...(openApi && { openApi }) });
      return { ...built, ...gathered, slices, tallies, tasks };
    } finally {
      await engine.close();
    }
  } finally {
    process.off('exit', clean);
    clean();
  }
}

/** What stands under its name is whole; an empty folder may lie there. */
function putInPlace(rows: string, place: string): string {
  mkdirSync(dirname(place), { recursive: true });
  if (existsSync(place)) rmdirSync(place);
  renameSync(rows, place);
  return place;
}

function indexHead(
  options: FeedOptions,
  simulated: boolean,
  now: number,
): Omit<FeedIndex, 'slices' | 'version'> {
  const { name, publisher, homepage } = options;
  return {
    format: INDEX_FORMAT,
    name,
    ...(publisher === undefined ? {} : { publisher }),
    ...(homepage === undefined ? {} : { homepage }),
    updatedAt: unixSeconds(now),
    ...(simulated ? { simulated } : {}),
    minimums: minimumsOf(options),
  };
}
