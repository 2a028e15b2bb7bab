import type { Range } from './assumptions.ts';
import { engineAdvice } from './engine.ts';
import { type Estimated, Gathered } from './mean.ts';
import { oracleView } from './oracle.ts';
import { drawRoom } from './room.ts';
import { firstWeakRule, labelRule, ruleJudgement } from './rules.ts';
import { type RuleScore, Scorer } from './score.ts';
import type { StepName, StepValues } from './steps.ts';
import { gainsOf, isHealthy, trueWorth } from './truth.ts';

/** The rules side by side; the two oracles are bounds, not rules. */
export const contestants = ['label', 'firstWeak', 'engine', 'oracle', 'calmOracle'] as const;
export type Contestant = (typeof contestants)[number];

/** False alarms that the calm oracle is held to, and the engine is asked for. */
const CALM = 0.05;

export interface CellPlan {
  readonly seed: string;
  /** How long the LIVEs are, in hours. */
  readonly hours: Range;
  /** Earlier LIVEs known. */
  readonly lives: number;
  /** Rooms with something to gain, and healthy rooms, to gather. */
  readonly rooms: number;
  readonly healthy: number;
}

export interface CellResult {
  readonly scores: Readonly<Record<Contestant, RuleScore>>;
  /** Share of the engine's 90 % intervals that hold the true money, over rooms as they come. */
  readonly coverage: Estimated;
  /** Share of rooms, as they come, that are healthy. */
  readonly healthyShare: number;
  /** Capture of the first advice by kind of shop. */
  readonly firstByProfile: Readonly<Record<string, Readonly<Record<Contestant, Estimated>>>>;
}

interface Seen {
  readonly profile: string;
  readonly gains: StepValues;
  readonly nerve: number;
  readonly advice: Readonly<Record<Exclude<Contestant, 'calmOracle'>, readonly StepName[]>>;
}

const byLabel = ruleJudgement(labelRule);
const byFirstWeak = ruleJudgement(firstWeakRule);

/**
 * Draws rooms as they come until enough have something to gain, then on until enough were healthy.
 * The calm oracle speaks only where it has more nerve than in 95 of 100 healthy rooms.
 */
export function runCell({ seed, hours, lives, rooms, healthy }: CellPlan): CellResult {
  const coverage = new Gathered();
  const toGain: Seen[] = [];
  const well: Seen[] = [];
  let drawn = 0;
  let drawnWell = 0;
  for (let place = 0; toGain.length < rooms || well.length < healthy; place++) {
    const name = `${seed} ${hours.join('-')} ${lives} ${place}`;
    const { truth, shop, observe } = drawRoom(name, hours, lives);
    const gains = gainsOf(truth);
    const isWell = isHealthy(gains);
    const asTheyCome = toGain.length < rooms;
    if (asTheyCome) drawn++;
    if (asTheyCome && isWell) drawnWell++;
    if (!asTheyCome && !(isWell && well.length < healthy)) continue;

    const observed = observe();
    const engine = engineAdvice(observed);
    if (asTheyCome) {
      for (const { step, money, worth } of engine) {
        const { low, high } = money;
        if (low === undefined || high === undefined) continue;
        const real = trueWorth(truth, step, worth);
        coverage.add(low <= real && real <= high ? 1 : 0);
      }
    }
    const oracle = oracleView(observed);
    (isWell ? well : toGain).push({
      profile: shop.profile.name,
      gains,
      nerve: oracle.nerve,
      advice: {
        label: byLabel(observed),
        firstWeak: byFirstWeak(observed),
        engine: distinct(engine.map(({ step }) => step)),
        oracle: oracle.advice,
      },
    });
  }
  const calm = calmLine(well.map(({ nerve }) => nerve));
  const profiles = [...new Set(toGain.map(({ profile }) => profile))].sort();
  return {
    scores: byContestant((name) => scoreOf(name, toGain, well, calm)),
    coverage: coverage.result,
    healthyShare: drawnWell / drawn,
    firstByProfile: Object.fromEntries(
      profiles.map((kind) => {
        const rooms = toGain.filter(({ profile }) => profile === kind);
        return [kind, byContestant((name) => scoreOf(name, rooms, [], calm).first)];
      }),
    ),
  };
}

function scoreOf(
  name: Contestant,
  toGain: readonly Seen[],
  well: readonly Seen[],
  calm: number,
): RuleScore {
  const scorer = new Scorer();
  const adviceOf = ({ advice, nerve }: Seen): readonly StepName[] => {
    if (name !== 'calmOracle') return advice[name];
    return nerve > calm ? advice.oracle : [];
  };
  for (const seen of toGain) scorer.advised(seen.gains, adviceOf(seen));
  for (const seen of well) scorer.alarmed(adviceOf(seen));
  return scorer.score;
}

function byContestant<T>(work: (name: Contestant) => T): Record<Contestant, T> {
  return {
    label: work('label'),
    firstWeak: work('firstWeak'),
    engine: work('engine'),
    oracle: work('oracle'),
    calmOracle: work('calmOracle'),
  };
}

/** The nerve that at most 5 of 100 healthy rooms exceed. */
function calmLine(nerves: readonly number[]): number {
  const sorted = [...nerves].sort((a, b) => b - a);
  return sorted[Math.floor(CALM * sorted.length)] ?? Number.POSITIVE_INFINITY;
}

function distinct(steps: readonly StepName[]): readonly StepName[] {
  return [...new Set(steps)];
}
