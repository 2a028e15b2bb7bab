import type { PastLive } from '../../metrics/benchmark.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { hoursOf } from '../../metrics/live/length.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { isLikeLength, isLikeTimeOfDay } from '../comparable.ts';
import { type Around, changeOf } from './change.ts';
import type { Caveat, ChangeOrNot } from './types.ts';
import { isChange } from './types.ts';

/** Below this share of usual LIVEs at a like time of day, the time is named. */
const FEW_ALIKE = 0.2;

/** From a quarter more or less on, impressions an hour bring other people in. Chosen by us. */
const OTHER_REACH = 1.25;
const reachless: ReadonlySet<MetricId> = new Set<MetricId>(['impressionsPerHour', 'gmvPerHour']);

/** Below this share of the usual level the LIVE before was a low one. */
const LOW_BEFORE = 0.95;

/** What to keep in mind beside a verdict, from the LIVEs themselves. */
export function caveatsOf(around: Around, change: ChangeOrNot, now: UnixMs): readonly Caveat[] {
  const { after, past } = around;
  return [
    ...(after.some((session) => mayMove(session, now)) ? [{ kind: 'provisional' } as const] : []),
    ...fewLives(change),
    ...lowBefore(change),
    ...oddLength(after, past),
    ...timeOf(after, past),
    ...reachOf(around, change.metric),
  ];
}

/** Figures of a LIVE whose end isn't known may move for all that is known. */
function mayMove({ room }: Session, now: UnixMs): boolean {
  return phaseOf(room, now).name !== 'final';
}

function fewLives(change: ChangeOrNot): readonly Caveat[] {
  return isChange(change) && change.usual.rests === 'thin'
    ? [{ kind: 'few-lives', lives: change.usual.lives }]
    : [];
}

function lowBefore(change: ChangeOrNot): readonly Caveat[] {
  if (!isChange(change) || change.before === undefined || change.usual.rests === 'thin') return [];
  const ratio = change.before.value / change.usual.value;
  // What fell all the same isn't explained by a rise that was to be expected.
  const rose = change.after.value > change.before.value;
  return rose && ratio > 0 && ratio < LOW_BEFORE ? [{ kind: 'low-before', ratio }] : [];
}

function oddLength(after: readonly Session[], past: readonly PastLive[]): readonly Caveat[] {
  const usual = middle(past.flatMap((live) => hoursOf(live) ?? []));
  if (usual === undefined) return [];
  const odd = after
    .flatMap(({ room }) => hoursOf(room) ?? [])
    .find((hours) => !isLikeLength(hours, usual));
  return odd === undefined ? [] : [{ kind: 'length', after: odd, usual }];
}

function timeOf(after: readonly Session[], past: readonly PastLive[]): readonly Caveat[] {
  if (past.length === 0) return [];
  const odd = after.some(({ room: { startedAt } }) => {
    if (startedAt === undefined) return false;
    const alike = past.filter((live) => isLikeTimeOfDay(live.startedAt, startedAt));
    return alike.length < FEW_ALIKE * past.length;
  });
  return odd ? [{ kind: 'time' }] : [];
}

function reachOf(around: Around, metric: MetricId): readonly Caveat[] {
  if (reachless.has(metric)) return [];
  const reach = changeOf('impressionsPerHour', around);
  if (!isChange(reach)) return [];
  const { value } = reach.ratio;
  return value > OTHER_REACH || value * OTHER_REACH < 1 ? [{ kind: 'reach', ratio: value }] : [];
}

function middle(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
