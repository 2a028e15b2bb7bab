import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswers } from '../../../cli/diagnose/read-answers.ts';
import { readExportFile } from '../../../cli/diagnose/read-export-file.ts';
import { table } from '../../../cli/table.ts';
import { historyOf } from '../../../diagnosis/benchmark/history.ts';
import { currencyOf } from '../../../diagnosis/currency.ts';
import type { PastLive } from '../../../metrics/benchmark.ts';
import type { MetricId } from '../../../metrics/catalogue.ts';
import { completeSession } from '../../../metrics/complete/complete-session.ts';
import { numberOf } from '../../../metrics/figure.ts';
import { hoursOf } from '../../../metrics/live/length.ts';
import { standInId } from '../../../metrics/live/nameless.ts';
import { emptySession } from '../../../metrics/merge.ts';
import type { Session } from '../../../metrics/session.ts';
import { type Ahead, aheadOf, stepMetricsOf } from './ahead.ts';
import { blockShare, type Share } from './block-interval.ts';

const SHARED = join(process.cwd(), '..', 'shared');
const BRAZIL = join(SHARED, 'cases', 'creator-live-performance-br-real.xlsx');
const MALAYSIA = join(SHARED, 'cases', 'live-analysis-my-real.xlsx');
const CAPTURES = join(SHARED, 'captures');

const HELP = `npm run bench -- real
How the engine's usual band and its verdicts hold on real LIVEs, each judged with the earlier ones, where
nothing is known to have been changed: nine of ten should lie in the band, one of twenty each come out
better and worse. The files lie beside the project and are no part of it; one that is missing is passed over.
Intervals are 90 %, by a moving-block bootstrap over LIVEs.`;

/** Shortest LIVE that counts, in hours, and how many earlier ones it needs. */
const SHORTEST = 0.5;
const FEWEST_OF_FILE = 12;
const FEWEST_OF_CAPTURE = 6;

/** The command behind `npm run bench -- real`; answers the exit code. */
export async function benchReal(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  for (const file of [BRAZIL, MALAYSIA]) {
    const name = file.slice(SHARED.length + 1);
    if (!existsSync(file)) console.log(`${name}: not here, passed over`);
    else print(name, ofFile(await sellingLives(file)));
  }
  if (!existsSync(CAPTURES)) console.log('captures: not here, passed over');
  else print('captures: 19 LIVEs of TikTok’s comparison', ofCapture(CAPTURES));
  return 0;
}

async function sellingLives(file: string): Promise<readonly Session[]> {
  const { lives } = await readExportFile(file, {});
  return lives
    .map(({ session }) => completeSession(session))
    .filter(({ room, figures }) => {
      const orders = numberOf(figures, 'orders') ?? numberOf(figures, 'skuOrders') ?? 0;
      return room.status !== 'live' && (hoursOf(room) ?? 0) >= SHORTEST && orders > 0;
    });
}

function ofFile(sessions: readonly Session[]): readonly Ahead[] {
  const [first] = sessions;
  const currency = first && currencyOf(first);
  return aheadOf(sessions, stepMetricsOf, { fewest: FEWEST_OF_FILE, currency });
}

/** The earlier LIVEs that the captured one's comparison names, with the few figures that it gives of each. */
function ofCapture(folder: string): readonly Ahead[] {
  const [given] = readAnswers(folder, undefined).lives;
  if (given === undefined) return [];
  const currency = currencyOf(given.session);
  const sessions = [...historyOf(given.session, []).map(asSession), given.session];
  return aheadOf(sessions, (session) => [...stepMetricsOf(session), 'gmvPerHour'], {
    fewest: FEWEST_OF_CAPTURE,
    currency,
  });
}

function asSession({ startedAt, endedAt, figures }: PastLive): Session {
  const id = standInId(`captured ${startedAt}`);
  return { ...emptySession(id), room: { id, startedAt, endedAt, status: 'ended' }, figures };
}

function print(name: string, ahead: readonly Ahead[]): void {
  const ids = [...new Set(ahead.map(({ metric }) => metric))];
  const rows = ids.map((id) =>
    rowOf(
      id,
      ahead.filter(({ metric }) => metric === id),
    ),
  );
  console.log(`\n${name}`);
  if (ahead.length === 0) {
    console.log('too few LIVEs with earlier ones');
    return;
  }
  const head = ['', 'figures', 'in the band', 'better', 'worse'];
  for (const line of table([head, ...rows, rowOf('all', ahead)])) console.log(line);
}

function rowOf(name: MetricId | 'all', ahead: readonly Ahead[]): readonly string[] {
  const share = (is: (one: Ahead) => boolean): string => said(blockShare(byLive(ahead, is)));
  return [
    name,
    String(ahead.length),
    share(({ inBand }) => inBand),
    share(({ verdict }) => verdict === 'better'),
    share(({ verdict }) => verdict === 'worse'),
  ];
}

function byLive(
  ahead: readonly Ahead[],
  is: (one: Ahead) => boolean,
): readonly (readonly boolean[])[] {
  const lives = new Map<number, boolean[]>();
  for (const one of ahead) {
    const live = lives.get(one.place) ?? [];
    live.push(is(one));
    lives.set(one.place, live);
  }
  return [...lives.values()];
}

const percent = (share: number): string => (100 * share).toFixed(1);
const said = ({ share, low, high }: Share): string =>
  `${percent(share)} % (${percent(low)} to ${percent(high)})`;
