import type { PastLive } from '../../metrics/benchmark.ts';
import type { CategoryId, RoomId } from '../../metrics/ids.ts';
import type { Phase } from '../../metrics/live/phase.ts';
import type { SalesBasis } from '../../metrics/metric.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { referenceFor } from '../benchmark/reference.ts';
import { stepMetrics, usualKind } from '../decomposition/funnel-kind.ts';
import { liveContext } from '../live-context.ts';
import { potentialIn } from '../potential/potential-in.ts';
import {
  type Estimate,
  type StepId,
  type StepMetric,
  stepIds,
  type VerdictStep,
} from '../report.ts';
import { verdictOf } from '../verdict.ts';

/** Why a LIVE has no part in what steps cost. */
export type NoCost =
  /** Its figures are those of a part of it. */
  | 'running'
  /** A figure of the five steps, or how long it ran, isn't known. */
  | 'unknown'
  /** Its money is direct where that of the others is attributed, or the other way round, or in another currency. */
  | 'other-money';

/** What the steps of one LIVE cost it, each by itself, in money of the whole LIVE. */
export type LiveCost = { readonly room: RoomId; readonly startedAt: UnixSeconds } & (
  | { readonly state: 'left-out'; readonly reason: NoCost }
  | {
      readonly state: 'told';
      readonly hours: number;
      readonly isProvisional: boolean;
      readonly steps: readonly StepOfLive[];
    }
);

interface StepOfLive {
  readonly id: StepId;
  readonly metric: StepMetric;
  readonly state: VerdictStep['state'];
  /** Where the step may be worth changing. */
  readonly cost?: Estimate;
}

export interface CostInput {
  /** With all its details: what is unsure about a step is read off how the LIVE went. */
  readonly session: Session & { readonly room: { readonly startedAt: UnixSeconds } };
  /** Own LIVEs; later ones among them don't count. */
  readonly history: readonly PastLive[];
  readonly category: CategoryId | undefined;
  readonly basis: SalesBasis;
  readonly currency: CurrencyCode | undefined;
  readonly phase: Phase['name'];
}

/**
 * What each step cost one LIVE against its own usual: the money per hour that its first screen tells of the step,
 * times its hours. A step that reached its target, or so nearly that there is nothing to gain, costs nothing.
 */
export function liveCost({
  session,
  history,
  category,
  basis,
  currency,
  phase,
}: CostInput): LiveCost {
  const { room } = session;
  const head = { room: room.id, startedAt: room.startedAt };
  if (phase === 'running') return { ...head, state: 'left-out', reason: 'running' };
  const { benchmark, target } = referenceFor({ versus: 'usual', category }, session, history);
  const live = liveContext({ session, benchmark, history });
  const potential = potentialIn(live, target);
  const { hours } = live;
  if (potential === undefined || hours === undefined) {
    return { ...head, state: 'left-out', reason: 'unknown' };
  }
  if (live.funnel.kind.basis !== basis || live.currency !== currency) {
    return { ...head, state: 'left-out', reason: 'other-money' };
  }
  const { steps } = verdictOf(live, 'usual', potential);
  return {
    ...head,
    state: 'told',
    hours,
    isProvisional: phase === 'provisional',
    steps: steps.map(({ id, metric, state, money }) => ({
      id,
      metric,
      state,
      ...(money === undefined ? {} : { cost: timesHours(money, hours) }),
    })),
  };
}

/** What one step cost over several LIVEs. */
export interface StepCost {
  readonly id: StepId;
  /** The metric that the step is in the latest of the LIVEs. */
  readonly metric: StepMetric;
  readonly cost: Estimate;
  /** LIVEs that it cost anything, of those of which it can be told. */
  readonly costly: number;
  readonly told: number;
}

/** What each step cost over the LIVEs of a time, from the top of the funnel. The figures overlap: no sum of them means anything. */
export interface StepCosts {
  readonly steps: readonly StepCost[];
  /** The step that cost most; absent where none cost anything. */
  readonly most?: StepCost;
  /** LIVEs and hours that count. */
  readonly lives: number;
  readonly hours: number;
  /** Of these LIVEs, those whose figures may still move. */
  readonly provisional: number;
  readonly leftOut: Readonly<Partial<Record<NoCost, number>>>;
}

/**
 * What each step cost over the LIVEs that started from an instant on. One step's money is added up over LIVEs; of the
 * ends of its interval the distances from the middle are added as those of independent figures are, by their squares,
 * because a LIVE's interval is about its own counts, with the target taken as given. Without an interval of a single
 * LIVE the sum has none.
 */
export function stepCostsOf(lives: readonly LiveCost[], from: UnixSeconds): StepCosts {
  const within = lives.filter(({ startedAt }) => startedAt >= from);
  const counted = within.filter((live) => live.state === 'told');
  const leftOut: Partial<Record<NoCost, number>> = {};
  for (const live of within) {
    if (live.state === 'left-out') leftOut[live.reason] = (leftOut[live.reason] ?? 0) + 1;
  }
  const steps = stepIds.map((id): StepCost => {
    const own = counted.flatMap(({ steps }) => steps.filter((step) => step.id === id));
    const costs = own.flatMap(({ cost }) => cost ?? []);
    return {
      id,
      metric: own.at(-1)?.metric ?? stepMetrics(usualKind)[id],
      cost: sumOf(costs),
      costly: costs.length,
      told: own.filter(({ state }) => state !== 'untold').length,
    };
  });
  const [most] = steps
    .filter(({ costly }) => costly > 0)
    .sort((one, other) => other.cost.value - one.cost.value);
  return {
    steps,
    ...(most === undefined ? {} : { most }),
    lives: counted.length,
    hours: counted.reduce((sum, { hours }) => sum + hours, 0),
    provisional: counted.filter(({ isProvisional }) => isProvisional).length,
    leftOut,
  };
}

function timesHours({ value, low, high }: Estimate, hours: number): Estimate {
  return {
    value: value * hours,
    ...(low === undefined ? {} : { low: low * hours }),
    ...(high === undefined ? {} : { high: high * hours }),
  };
}

function sumOf(costs: readonly Estimate[]): Estimate {
  let value = 0;
  let below = 0;
  let above = 0;
  let isKnown = costs.length > 0;
  for (const cost of costs) {
    value += cost.value;
    isKnown &&= cost.low !== undefined && cost.high !== undefined;
    below += (cost.value - (cost.low ?? cost.value)) ** 2;
    above += ((cost.high ?? cost.value) - cost.value) ** 2;
  }
  if (!isKnown) return { value };
  return { value, low: Math.max(0, value - Math.sqrt(below)), high: value + Math.sqrt(above) };
}
