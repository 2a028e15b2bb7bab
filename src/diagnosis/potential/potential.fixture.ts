import type { Benchmark, PastLive } from '../../metrics/benchmark.ts';
import { money } from '../../metrics/money.ts';
import { HOUR_SECONDS, seconds, unixSeconds } from '../../metrics/time.ts';
import { diagnose } from '../diagnose.ts';
import type { Factor } from '../factor.ts';
import { bareLive, origin, scalar } from '../fixtures/captured.ts';
import { type Potential, type StepId, stepIds, type TargetChoice } from '../report.ts';

export const START = 1_781_143_200;
export const HOUR = HOUR_SECONDS;

/** A LIVE by its length and its five steps; counts are whole. */
export interface Steps {
  readonly hours: number;
  readonly rates: Readonly<Record<StepId, number>>;
}

export const usual = {
  impressionsPerHour: 20_000,
  tapThroughRate: 0.05,
  liveCtr: 0.2,
  ctor: 0.05,
  aov: 30,
};
export const line = {
  impressionsPerHour: 60_000,
  tapThroughRate: 0.09,
  liveCtr: 0.4,
  ctor: 0.1,
  aov: 60,
};

export function figuresOf({ hours, rates }: Steps, currency: string, rate: number) {
  const impressions = Math.round(rates.impressionsPerHour * hours);
  const views = Math.round(impressions * rates.tapThroughRate);
  const productClicks = Math.round(views * rates.liveCtr);
  const orders = Math.round(productClicks * rates.ctor);
  return {
    impressions: scalar(impressions),
    views: scalar(views),
    productClicks: scalar(productClicks),
    orders: scalar(orders),
    gmv: { money: money((orders * rates.aov * rate).toFixed(4), currency), origin },
  };
}

/** A shop's earlier LIVEs around its usual steps, each moved up and down by a fifth in turn. */
export function earlier(lives: number, currency = 'USD', rate = 1): PastLive[] {
  return Array.from({ length: lives }, (_, place) => {
    const moved = Object.fromEntries(
      stepIds.map((id, step) => [id, usual[id] * Math.exp(0.2 * Math.sin(place * (step + 1.3)))]),
    );
    const startedAt = unixSeconds(START - (place + 1) * 20 * HOUR);
    return {
      startedAt,
      endedAt: unixSeconds(startedAt + 4 * HOUR),
      figures: figuresOf({ hours: 4, rates: { ...usual, ...moved } }, currency, rate),
    };
  });
}

export interface PotentialCase {
  readonly hours?: number;
  readonly rates?: Partial<Record<StepId, number>>;
  readonly lives?: number;
  readonly currency?: string;
  readonly rate?: number;
  readonly target?: TargetChoice;
  readonly factors?: readonly Factor[];
  /** Figures of the LIVE that are taken away. */
  readonly without?: readonly string[];
  readonly benchmark?: Readonly<Record<StepId, number>>;
}

export function reportOf(one: PotentialCase) {
  const { hours = 4, rates, lives = 14, currency = 'USD', rate = 1, target } = one;
  const all = Object.entries(figuresOf({ hours, rates: { ...usual, ...rates } }, currency, rate));
  const kept = all.filter(([id]) => one.without?.includes(id) !== true);
  const { currency: _, ...live } = bareLive(Object.fromEntries(kept));
  const { endedAt: __, ...room } = live.room;
  const benchmark: Benchmark = {
    basis: 'market',
    metrics: Object.fromEntries(
      stepIds.map((id) => [
        id,
        { kind: 'line', value: (one.benchmark ?? line)[id] * (id === 'aov' ? rate : 1) },
      ]),
    ),
  };
  return diagnose({
    session: {
      ...live,
      room: { ...room, startedAt: unixSeconds(START), duration: seconds(hours * HOUR) },
      origins: { figures: origin },
    },
    benchmark,
    history: earlier(lives, currency, rate),
    options: {
      ...(target === undefined ? {} : { target }),
      ...(one.factors === undefined ? {} : { factors: one.factors }),
    },
  });
}

export function potential(one: PotentialCase): Potential {
  const found = reportOf({ factors: [], ...one }).potential;
  if (found === undefined) throw new Error('no potential');
  return found;
}

export const stepOf = (found: Potential, id: StepId) => {
  const step = found.steps.find((other) => other.id === id);
  if (step === undefined) throw new Error(id);
  return step;
};
export const order = (found: Potential): StepId[] => found.steps.map(({ id }) => id);
