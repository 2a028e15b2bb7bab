import type { PastLive } from '../../metrics/benchmark.ts';
import { ENGINE, type EngineVersion } from '../../metrics/board/engine-version.ts';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { testedItem } from '../../metrics/board/plan-edits.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { coveredHours } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { historyOf } from '../benchmark/history.ts';
import { matchedLives } from '../potential/conditions.ts';
import { isSameStart } from '../same-start.ts';
import { caveatsOf } from './caveats.ts';
import { type Around, changeOf } from './change.ts';
import type { Caveat, ChangeOrNot, PlanOutcome } from './types.ts';
import { isChange } from './types.ts';
import { worthOf } from './worth.ts';

export interface OutcomeInput {
  readonly plan: Plan;
  /** The LIVE that the plan was made from. */
  readonly before: Session;
  /** The LIVEs in which it was tried and kept, in any order. */
  readonly after: readonly Session[];
  /** Archived LIVEs of the account. */
  readonly history: readonly PastLive[];
  readonly now: UnixMs;
  /** By which way it is told whether the change worked; today's where it isn't said. */
  readonly engine?: EngineVersion;
}

/**
 * What became of a plan. Only the item under test gets a verdict: items that were done with it are
 * named, because what they did can't be told from it. Pure; the same input gives the same outcome.
 */
export function outcomeOf({
  plan,
  before,
  after,
  history,
  now,
  engine = ENGINE,
}: OutcomeInput): PlanOutcome {
  const done = plan.items.filter((item) => item.done);
  const tested = testedItem(plan);
  const along = done.filter(({ id }) => id !== tested?.id).map(({ id }) => id);
  const around = aroundOf(before, after, history, engine);
  const guardRail = guardRailIn(plan, tested, around);
  if (tested?.metric === undefined) return { along, ...guardRail, caveats: [] };
  const change: ChangeOrNot =
    around === undefined ? notYet(tested.metric) : changeOf(tested.metric, around);
  const worth = isChange(change) && around !== undefined ? worthOf(change, around) : undefined;
  return {
    tested: { item: tested.id, change, ...(worth === undefined ? {} : { worth }) },
    along,
    ...guardRail,
    caveats: [
      ...togetherWith(tested, along.length),
      ...(around === undefined ? [] : caveatsOf(around, change, now)),
    ],
  };
}

/** The metric that must not suffer: as the seller chose, else money per hour. */
function guardMetric(
  plan: Pick<Plan, 'guardRail'>,
  tested: MetricId | undefined,
): MetricId | undefined {
  const metric = plan.guardRail ?? 'gmvPerHour';
  return metric === tested ? undefined : metric;
}

/**
 * The LIVEs around a change: earlier LIVEs that compare best with the first LIVE after it, the one
 * that the plan was made from left out. Undefined without a LIVE after.
 */
export function aroundOf(
  before: Session,
  after: readonly Session[],
  history: readonly PastLive[],
  engine: EngineVersion = ENGINE,
): Around | undefined {
  const complete = [...after]
    .sort((one, other) => (one.room.startedAt ?? 0) - (other.room.startedAt ?? 0))
    .map(completeSession);
  const first = complete[0];
  if (first === undefined) return undefined;
  const { id, startedAt } = before.room;
  const past = historyOf(first, history).filter(
    (live) =>
      live.room !== id && (startedAt === undefined || !isSameStart(live.startedAt, startedAt)),
  );
  return {
    before: completeSession(before),
    after: complete,
    past: matchedLives(first, past, coveredHours(first)).lives,
    places: placesOf(complete, history),
    engine,
  };
}

/** How many LIVEs of the account after the first each LIVE comes, those that don't count included. */
function placesOf(lives: readonly Session[], history: readonly PastLive[]): readonly number[] {
  const starts = lives.map(({ room }) => room.startedAt ?? 0);
  const [first = 0] = starts;
  const places: number[] = [];
  for (const start of starts) {
    const between = history.filter(({ startedAt }) => startedAt > first && startedAt <= start);
    places.push(Math.max(between.length, (places.at(-1) ?? -1) + 1));
  }
  return places;
}

function guardRailIn(
  plan: Plan,
  tested: PlanItem | undefined,
  around: Around | undefined,
): Pick<PlanOutcome, 'guardRail'> {
  const metric = guardMetric(plan, tested?.metric);
  if (metric === undefined) return {};
  const change = around === undefined ? notYet(metric) : changeOf(metric, around);
  return { guardRail: { change, suffered: isChange(change) && change.verdict === 'worse' } };
}

const notYet = (metric: MetricId): ChangeOrNot => ({ metric, none: 'not-yet' });

function togetherWith(tested: PlanItem, along: number): readonly Caveat[] {
  if (!tested.done) return [{ kind: 'not-done' }];
  return along === 0 ? [] : [{ kind: 'together', items: along + 1 }];
}
