import type { PastLive } from '../../metrics/benchmark.ts';
import { moneyOf } from '../../metrics/figure.ts';
import { hoursOf } from '../../metrics/live/length.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import type { Funnel } from '../decomposition/funnel.ts';
import { moneyIn } from '../decomposition/funnel-kind.ts';
import { type StepId, type StepMetric, stepIds } from '../report.ts';
import { usable } from '../usable.ts';
import { basketScatter } from './baskets.ts';
import { dispersionOf } from './dispersion.ts';
import { type OwnLevel, ownLevel } from './own-level.ts';
import { DRAWS, posteriorOf } from './posterior.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What is known of one step of this LIVE, and of the account's usual level of it. */
export interface StepKnowledge {
  readonly id: StepId;
  readonly metric: StepMetric;
  /** The LIVE's own figure, as it was counted. */
  readonly observed: number;
  /** Draws of the step's logarithm in rising order; all the same where its noise is unknown. */
  readonly draws: Float64Array;
  readonly tally: Tally | undefined;
  /** Noise beyond plain counting; see dispersionOf. */
  readonly dispersion: number;
  readonly level: OwnLevel | undefined;
}

/**
 * How far the pace of impressions, and each rate, moves from one five minutes to the next, standard
 * deviation ÷ mean, where a LIVE's trend doesn't tell: about a quarter. Chosen by us.
 */
const WAVES = 0.25;
const WAVES_PER_HOUR = 12;

/** What the knowledge of the steps is drawn from. */
export interface KnowledgeInput {
  /** With its figures completed. */
  readonly session: Session;
  /** Hours that its figures cover. */
  readonly hours: number | undefined;
  readonly funnel: Funnel;
  /** Earlier LIVEs that compare with this one. */
  readonly past: readonly PastLive[];
  readonly currency: CurrencyCode | undefined;
  /** A benchmark that isn't the account's own, for accounts with few LIVEs. */
  readonly lineOf: (step: StepId) => number | undefined;
}

/** The five steps; undefined unless all of them are known and positive, or drawn from the account's level. */
export function knowledgeOf(input: KnowledgeInput): readonly StepKnowledge[] | undefined {
  const steps = stepIds.flatMap((id) => {
    const step = stepOf(id, input);
    return step === undefined ? [] : [step];
  });
  return steps.length === stepIds.length ? steps : undefined;
}

function stepOf(id: StepId, input: KnowledgeInput): StepKnowledge | undefined {
  const { session, hours, funnel, past, currency, lineOf } = input;
  const observed = funnel.steps[id];
  if (observed === undefined || observed < 0) return undefined;
  const metric = funnel.metrics[id];
  const tally = tallyOf(metric, session.figures, hours);
  const dispersion =
    dispersionOf(metric, session) ??
    usualDispersion(tally, hours, basketScatter(metric, session.figures));
  const tallies: Tally[] = [];
  for (const live of past) {
    const { figures } = live;
    if (id === 'aov' && moneyOf(figures, moneyIn(funnel.kind))?.currency !== currency) continue;
    const one = tallyOf(metric, figures, hoursOf(live));
    if (one !== undefined) tallies.push(one);
  }
  const level = ownLevel(tallies, dispersion, lineOf(id));
  const exact = tally === undefined && observed > 0;
  const draws = exact
    ? new Float64Array(DRAWS).fill(Math.log(observed))
    : posteriorOf(tally, dispersion, level);
  if (draws === undefined || !isUsable(draws)) return undefined;
  return { id, metric, observed, draws, tally, dispersion, level };
}

/** Whether both ends of rising draws are figures that a step can have. */
function isUsable(draws: Float64Array): boolean {
  return [draws[0], draws.at(-1)].every(
    (log) => log !== undefined && usable(Math.exp(log)) !== undefined && Number.isFinite(log),
  );
}

/**
 * How much noisier than plain counting a metric is where nothing of the LIVE tells: what baskets make of it
 * (`basketScatter`), + what waves add: their variance times the events that one of them holds.
 */
export function usualDispersion(
  tally: Tally | undefined,
  hours: number | undefined,
  baskets: number,
): number {
  if (tally === undefined || tally.form === 'mean' || hours === undefined) return baskets;
  const rest = tally.form === 'share' ? Math.max(0.1, 1 - tally.k / tally.n) : 1;
  return baskets + (WAVES ** 2 * (tally.k / rest)) / (hours * WAVES_PER_HOUR);
}
