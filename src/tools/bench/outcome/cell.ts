import type { Verdict } from '../../../diagnosis/outcome/types.ts';
import { type Estimated, Gathered } from '../engine/mean.ts';
import { drawTrial, type Trial, type TrialPlan } from './trial.ts';

/** What the changed step is multiplied by; 1 is no change at all. */
export const effects = [1, 1.1, 1.2, 1.4] as const;

/** LIVEs after the change at which the verdict is read. */
export const looks = [1, 2, 3, 5, 8] as const;

/** Who looks after every LIVE looks at each of these. */
const EVERY_LOOK = 8;

export interface OutcomePlan extends TrialPlan {
  readonly seed: string;
  readonly trials: number;
}

/** How verdicts come out at one effect and one number of LIVEs after. */
interface ToldShares {
  readonly better: Estimated;
  readonly worse: Estimated;
  /** Share of the 90 % intervals of the ratio that hold the true one. */
  readonly coverage: Estimated;
}

export interface EffectResult {
  readonly effect: number;
  /** In the order of {@link looks}. */
  readonly told: readonly ToldShares[];
  /** Share of trials in which the first LIVE after lay above the LIVE before: the naive *better*. */
  readonly naive: Estimated;
  readonly needed: Needed;
}

/** How right the LIVEs still needed are, read after the first LIVE. */
interface Needed {
  /** Share of trials without a verdict that name a number. */
  readonly named: Estimated;
  /** The number that they name, on average, and the share that have a verdict after as many. */
  readonly lives: Estimated;
  readonly kept: Estimated;
}

export interface OutcomeResult {
  readonly effects: readonly EffectResult[];
  /** Where nothing was changed: a false verdict at any of the looks after LIVE 1 to 8. */
  readonly ever: { readonly better: Estimated; readonly worse: Estimated };
  /** Trials that had no figure to read. */
  readonly unread: number;
}

/** Plays changes that did nothing, and ones that did something, in shops whose truth is known. */
export function runOutcomeCell(plan: OutcomePlan): OutcomeResult {
  const kept = effects.map((effect) => new EffectKeeper(effect));
  const ever = { better: new Gathered(), worse: new Gathered() };
  let unread = 0;
  for (let place = 0; place < plan.trials; place++) {
    const name = `${plan.seed} outcome ${plan.hours.join('-')} ${plan.lives} ${place}`;
    for (const keeper of kept) {
      const trial = drawTrial(name, plan, keeper.effect);
      if (trial.seen(1) === undefined) unread++;
      keeper.add(trial);
      if (keeper.effect === 1) addLooks(ever, trial);
    }
  }
  return {
    effects: kept.map((keeper) => keeper.result),
    ever: { better: ever.better.result, worse: ever.worse.result },
    unread,
  };
}

function addLooks(ever: { better: Gathered; worse: Gathered }, trial: Trial): void {
  const seen = new Set<Verdict | undefined>();
  for (let lives = 1; lives <= EVERY_LOOK; lives++) seen.add(trial.seen(lives)?.verdict);
  ever.better.add(seen.has('better') ? 1 : 0);
  ever.worse.add(seen.has('worse') ? 1 : 0);
}

class EffectKeeper {
  readonly effect: number;
  readonly #told = looks.map(() => ({
    better: new Gathered(),
    worse: new Gathered(),
    coverage: new Gathered(),
  }));
  readonly #naive = new Gathered();
  readonly #needed = { named: new Gathered(), lives: new Gathered(), kept: new Gathered() };

  constructor(effect: number) {
    this.effect = effect;
  }

  add(trial: Trial): void {
    looks.forEach((lives, place) => {
      const change = trial.seen(lives);
      const told = this.#told[place];
      if (change === undefined || told === undefined) return;
      told.better.add(change.verdict === 'better' ? 1 : 0);
      told.worse.add(change.verdict === 'worse' ? 1 : 0);
      const { low, high } = change.ratio;
      told.coverage.add(low <= this.effect && this.effect <= high ? 1 : 0);
    });
    if (trial.before !== undefined && trial.after !== undefined) {
      this.#naive.add(trial.after > trial.before ? 1 : 0);
    }
    this.#addNeeded(trial);
  }

  #addNeeded(trial: Trial): void {
    const needed = trial.seen(1)?.needed;
    if (needed === undefined) return;
    this.#needed.named.add(needed.state === 'about' ? 1 : 0);
    if (needed.state !== 'about') return;
    this.#needed.lives.add(needed.lives);
    const later = trial.seen(1 + needed.lives)?.verdict;
    this.#needed.kept.add(later === 'better' || later === 'worse' ? 1 : 0);
  }

  get result(): EffectResult {
    const { named, lives, kept } = this.#needed;
    return {
      effect: this.effect,
      told: this.#told.map(({ better, worse, coverage }) => ({
        better: better.result,
        worse: worse.result,
        coverage: coverage.result,
      })),
      naive: this.#naive.result,
      needed: { named: named.result, lives: lives.result, kept: kept.result },
    };
  }
}
