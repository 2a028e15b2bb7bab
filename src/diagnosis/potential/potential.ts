import type {
  BenchmarkFigure,
  Conditions,
  Estimate,
  Potential,
  StepId,
  StepPotential,
  TargetChoice,
} from '../report.ts';
import type { StepKnowledge } from '../uncertainty/steps.ts';
import { type DrawnStep, drawSteps } from './draws.ts';
import {
  estimateOf,
  estimateOfRising,
  logErrorOf,
  moneyGainsOf,
  productOf,
} from './money-interval.ts';
import { MATERIAL_SHARE, oddsOf, type StepOdds } from './odds.ts';
import { byPriority, DOUBTFUL, isWorthAdvice, ORDERS_SHOWN, RELIABLE } from './ranking.ts';
import { needsOf } from './shortfall.ts';
import { type Aim, aimOf } from './targets.ts';

export interface PotentialInput {
  readonly knowledge: readonly StepKnowledge[];
  readonly choice: TargetChoice;
  readonly conditions: Conditions;
  readonly lineOf: (step: StepId) => BenchmarkFigure | undefined;
  /** The room's id: the same room gives the same draws. */
  readonly seed: string;
}

/** A step on its way to a verdict. */
interface Candidate {
  readonly knowledge: StepKnowledge;
  readonly drawn: DrawnStep;
  readonly aim: Aim | undefined;
  readonly odds: StepOdds | undefined;
  readonly now: Estimate;
  readonly attain: Estimate | undefined;
}

/**
 * What each step could bring if it reached its target, in the order in which to change them, and
 * what those worth changing bring together. The money of one step is G·(target ÷ x − 1), never below
 * zero, with G the GMV/h and x the step, both without counting noise; the joint money is
 * G·(Π target ÷ x − 1), in which a step that isn't pulled stays as it is.
 */
export function potentialOf(input: PotentialInput): Potential {
  const { knowledge, choice, conditions, lineOf, seed } = input;
  // A step of which nothing was counted can't be told from its target.
  const aims = knowledge.map(({ id, level, tally }) =>
    tally === undefined ? undefined : aimOf(id, choice, lineOf(id), level),
  );
  const drawn = drawSteps(knowledge, aims, seed);
  const odds = oddsOf(drawn);
  const money = productOf(drawn);
  const yours = estimateOf(money.slice());

  const candidates = knowledge.flatMap((step, place): Candidate[] => {
    const one = drawn[place];
    if (one === undefined) return [];
    const aim = aims[place];
    return [
      {
        knowledge: step,
        drawn: one,
        aim,
        odds: aim === undefined ? undefined : odds.steps[place],
        now: estimateOfRising(step.draws.map(Math.exp)),
        attain:
          aim === undefined ? undefined : estimateOf(moneyGainsOf([{ drawn: one, aim }], money)),
      },
    ];
  });
  const best = Math.max(0, ...candidates.map((one) => one.odds?.capture ?? 0));
  const speaks = isWorthAdvice({
    best,
    healthy: odds.healthy,
    noise: noiseOf(candidates),
    levels: restsOf(candidates),
  });
  const least = Math.max(MATERIAL_SHARE * yours.value, ORDERS_SHOWN * orderValueOf(candidates));
  const pulled = candidates.filter((one) => speaks && isReliable(one, least));
  const joint = jointOf(pulled, money);
  const steps = candidates.map((one) => stepPotential(one, pulled.includes(one), least));
  return {
    choice: choice.kind,
    conditions,
    yours,
    steps: steps.sort(byPriority),
    ...(aims.every((aim) => aim === undefined) ? {} : { healthy: odds.healthy }),
    ...(joint === undefined ? {} : { joint }),
  };
}

function stepPotential(one: Candidate, isPulled: boolean, least: number): StepPotential {
  const { knowledge, aim, odds, now, attain } = one;
  const { id, metric, observed, level } = knowledge;
  const head = {
    id,
    metric,
    yours: observed,
    now,
    prior: { rests: level?.rests ?? 'nothing', lives: level?.lives ?? 0 },
  } as const;
  if (aim === undefined || odds === undefined || attain === undefined) {
    return { ...head, verdict: 'unsure', needs: { key: 'report_needs_counts' } };
  }
  const figures = {
    ...head,
    target: aim.target,
    attain,
    sureness: odds.below,
    topChance: odds.top,
    capture: odds.capture,
  };
  if (isPulled) return { ...figures, verdict: 'pull' };
  const doubtful = odds.material >= DOUBTFUL && (attain.high ?? attain.value) >= least;
  if (!doubtful) return { ...figures, verdict: 'fine' };
  return { ...figures, verdict: 'unsure', needs: needsOf(knowledge, now.value, aim.target.value) };
}

/** What steps bring together: one alone what it brings by itself; undefined without any. */
function jointOf(pulled: readonly Candidate[], money: Float64Array): Estimate | undefined {
  const [first, ...others] = pulled;
  if (first === undefined || others.length === 0) return first?.attain;
  return estimateOf(moneyGainsOf(pulled, money));
}

function isReliable({ odds, attain }: Candidate, least: number): boolean {
  return odds !== undefined && odds.below >= RELIABLE && (attain?.value ?? 0) >= least;
}

/** What the levels rest on as a whole: own LIVEs only where they do for every step. */
function restsOf(candidates: readonly Candidate[]): 'own' | 'benchmark' {
  return candidates.every(({ knowledge }) => knowledge.level?.rests === 'own')
    ? 'own'
    : 'benchmark';
}

/** Mean standard error of the steps, on the log scale. */
function noiseOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { now }) => sum + logErrorOf(now), 0) / candidates.length;
}

function orderValueOf(candidates: readonly Candidate[]): number {
  return candidates.find(({ knowledge }) => knowledge.id === 'aov')?.now.value ?? 0;
}
