import type { StepName, StepValues } from './steps.ts';

/** One thing the simulator takes as given: its value, and a sentence on what it rests on. */
export interface Assumption<T> {
  readonly value: T;
  readonly restsOn: string;
}

const given = <T>(value: T, restsOn: string): Assumption<T> => ({ value, restsOn });

/** A kind of shop: the medians of its category and its currency. */
export interface Profile {
  readonly name: string;
  readonly currency: string;
  readonly median: StepValues;
}

/** From the smallest to the largest a number is drawn. */
export type Range = readonly [number, number];

const profiles: readonly Profile[] = [
  {
    name: 'deal-driven',
    currency: 'VND',
    median: {
      impressionsPerHour: 16_002,
      tapThroughRate: 0.0267,
      liveCtr: 0.44,
      ctor: 0.12,
      aov: 91_309,
    },
  },
  {
    name: 'typical',
    currency: 'BRL',
    median: {
      impressionsPerHour: 17_300,
      tapThroughRate: 0.042,
      liveCtr: 0.221,
      ctor: 0.0254,
      aov: 81.9,
    },
  },
];

const shopSpread: StepValues = {
  impressionsPerHour: 0.755,
  tapThroughRate: 0.457,
  liveCtr: 0.334,
  ctor: 0.366,
  aov: 0.4,
};

const roomSpread: StepValues = {
  impressionsPerHour: 0.2,
  tapThroughRate: 0.15,
  liveCtr: 0.17,
  ctor: 0.217,
  aov: 0.215,
};

/** How a step moves in a real shop, standard deviations of ln. */
interface RealMoves {
  /** Between LIVEs, around the level. */
  readonly spread: number;
  /** Of the level, from one LIVE to the next. */
  readonly drift: number;
  /** Between weekdays. */
  readonly weekday: number;
}

const moves = (spread: number, drift: number, weekday: number): RealMoves => ({
  spread,
  drift,
  weekday,
});

/** By the name of the profile. */
const realShops: Readonly<Record<string, Readonly<Record<StepName, RealMoves>>>> = {
  'deal-driven': {
    impressionsPerHour: moves(0.14, 0.105, 0),
    tapThroughRate: moves(0.02, 0.14, 0),
    liveCtr: moves(0.06, 0.125, 0),
    ctor: moves(0.09, 0.07, 0),
    aov: moves(0.06, 0.15, 0),
  },
  typical: {
    impressionsPerHour: moves(0.36, 0.125, 0.11),
    tapThroughRate: moves(0.24, 0.11, 0.03),
    liveCtr: moves(0.18, 0.075, 0.05),
    ctor: moves(0.17, 0.05, 0.03),
    aov: moves(0.04, 0.01, 0),
  },
};

/** In the order of the steps. */
const correlations: readonly (readonly number[])[] = [
  [1, 0, 0.45, 0, 0.64],
  [0, 1, 0, 0, 0],
  [0.45, 0, 1, 0, 0.42],
  [0, 0, 0, 1, -0.39],
  [0.64, 0, 0.42, -0.39, 1],
];

/** Everything the simulator assumes. Nothing in it was chosen by looking at what the engine does. */
export const assumptions = {
  profiles: given(
    profiles,
    'Half the shops have the medians of 19 captured LIVEs of a deal-driven Vietnamese shop, half those of a Brazilian brand over 457 LIVEs (LIVE CTR 22.1 %, CTOR 2.54 %, ticket 81.9; CTOR elsewhere 1.6 to 2 %), with tap-through 4.2 % and 17,300 impressions an hour as the middles of the ranges 2 to 9 % and 5,000 to 60,000.',
  ),
  shopSpread: given(
    shopSpread,
    'Standard deviation of ln between shops of a category: the ranges 5,000 to 60,000, 2 to 9 %, 15 to 45 % and 1.5 to 5 % read as the middle 90 % of shops. These ranges span countries, so peers of one category may spread less. AOV: judgement.',
  ),
  roomSpread: given(
    roomSpread,
    'Standard deviation of ln between the LIVEs of one shop: 0.20, 0.15, 0.17, 0.23, 0.22 over the 19 captured LIVEs, less the counting noise of their orders (some 175 a LIVE: 0.076 for CTOR, 0.045 for AOV).',
  ),
  roomCorrelations: given(
    correlations,
    'Correlations of ln over the same 19 LIVEs; CTOR to AOV as measured on SKU orders; tap-through with everything lay within 0.22 of none and is taken as none, and so are the pairs that were not reported. One shop, 14 days.',
  ),
  realShops: given(realShops, 'REPLACE'),
  benchmarkLine: given(
    'mean of peers',
    "TikTok compares with a 'market average' in one text and with 'top LIVE rooms' in another; the average over peers’ LIVEs is taken, the same for all shops of a kind, and known without error.",
  ),
  benchmarkSteps: given(
    'all five',
    'The capture held a market comparison for tap-through and AOV among the steps; a rule that names the largest deviation needs one for each.',
  ),
  orderCv: given(
    0.6,
    'Standard deviation ÷ mean of the value of an order, log-normal: the value used in the worked case of noise in a two-hour LIVE. No shop-level figure is public.',
  ),
  pricedShare: given(
    0.75,
    'Share of the variance of ln order value that lies between products: judgement (baskets vary less than price tags).',
  ),
  products: given(8, 'The captured LIVE listed eight products; each sells equally often.'),
  impressionClusters: given(
    0.3,
    'Standard deviation ÷ mean of the pace of impressions between 5-minute intervals: judgement. Viewers come in waves; the capture holds no series of counts to measure it.',
  ),
  rateClusters: given(0.25, 'The same for tap-through, LIVE CTR and CTOR: judgement, as above.'),
  intervalMinutes: given(5, 'The granularity of the captured trend (5 minutes for 105).'),
  secondsPerView: given(
    23.1,
    'How long a view lasts in the captured LIVE; makes the series of people in the room.',
  ),
  largestRate: given(0.95, 'A share of viewers cannot pass 1; reached by under 2 % of rooms.'),
  shortHours: given<Range>([1, 3], 'Short LIVEs as the task defines them, equally likely.'),
  longHours: given<Range>(
    [4, 12],
    'Long LIVEs as the task defines them (captured: 1.7 to 15 h, median 7.8), equally likely; earlier LIVEs of the shop are of the same class.',
  ),
  history: given(
    { thin: 3, usual: 12, rich: 40 },
    'Earlier LIVEs known: the fewest that make a band, the number the goals are set at, a month.',
  ),
  hoursBetweenStarts: given(17.7, 'The captured shop went LIVE 19 times in 14 days.'),
  faultCount: given(
    [0.3, 0.45, 0.25],
    'Chances that none, one or two things are wrong in this LIVE beyond its usual ups and downs: judgement. Earlier LIVEs carry only the usual ups and downs, which in the captured shop include whatever went wrong in them.',
  ),
  stepFault: given<Range>(
    [0.5, 0.85],
    'What a step keeps under a fault, equally likely: judgement; below 0.85 a fault stands out from one standard deviation of room-to-room variation, below 0.5 nobody needs telling.',
  ),
  stretchFaultChance: given(
    0.125,
    'Chance of each of the two faults that fill only a part of the LIVE (a quiet stretch, a stuck pin); the rest falls on the five steps equally: judgement.',
  ),
  quietShare: given<Range>(
    [0.15, 0.4],
    'Part of the LIVE in which nobody is asked to buy: judgement.',
  ),
  quietKeeps: given(0.1, 'Taps that come by themselves in a quiet stretch: judgement.'),
  stuckShare: given<Range>(
    [0.3, 0.6],
    'Part of the LIVE under one pin; the Academy advises 10 to 15 minutes in two hours.',
  ),
  stuckKeeps: given(
    { liveCtr: 0.7, ctor: 0.6 },
    'What LIVE CTR and CTOR keep while the pin is on the wrong product: judgement.',
  ),
  ownQuantile: given(
    0.75,
    'Attainable is the benchmark or the shop’s own 75th percentile over LIVEs, whichever is lower: it has done that before.',
  ),
  healthyWithin: given(
    0.02,
    'A room is healthy if no step could gain more than this share of its GMV/h; the share below which the method shows no lever.',
  ),
} as const;
