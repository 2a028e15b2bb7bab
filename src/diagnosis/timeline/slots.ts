import { LUCK } from '../statistics/chance.ts';
import { normalQuantile } from '../statistics/normal.ts';

/** A LIVE as its slot and what it paid. */
export interface Paid {
  readonly slot: number;
  readonly perHour: number;
}

/** What LIVEs of one slot paid: the geometric mean, shrunk towards that of all slots. */
export interface SlotPay {
  readonly slot: number;
  readonly lives: number;
  readonly perHour: number;
}

/** A slot of fewer LIVEs is not judged: one good evening is not a slot. Chosen by us. */
const FEWEST_IN_SLOT = 3;

/** Shrinkage: a slot of three LIVEs counts half, the mean of all the other half. Chosen by us. */
const PULL = 3;

interface Group {
  readonly slot: number;
  readonly logs: readonly number[];
  /** Of the logs. */
  readonly middle: number;
}

/**
 * The slot `own` beside the best other one, if that one paid more beyond chance: means of ln(GMV/h)
 * with a pooled spread, one-sided 5 % shared over the other slots (Bonferroni). `better` is absent
 * where chance explains the difference; the whole is undefined where slots have too few LIVEs.
 */
export function compareSlots(
  lives: readonly Paid[],
  own: number,
): { readonly own: SlotPay; readonly better?: SlotPay } | undefined {
  const groups = grouped(lives).filter(({ logs }) => logs.length >= FEWEST_IN_SLOT);
  const mine = groups.find(({ slot }) => slot === own);
  const others = groups.filter(({ slot }) => slot !== own);
  if (mine === undefined || others.length === 0) return undefined;

  const overall = mean(groups.flatMap(({ logs }) => logs));
  const spread = pooledDeviation(groups);
  const z = normalQuantile(1 - LUCK / others.length);
  const best = others
    .filter(({ logs, middle }) => {
      const error = spread * Math.sqrt(1 / logs.length + 1 / mine.logs.length);
      return middle - mine.middle > z * error;
    })
    .map((group) => pay(group, overall))
    .sort((a, b) => b.perHour - a.perHour)[0];
  return { own: pay(mine, overall), ...(best === undefined ? {} : { better: best }) };
}

function grouped(lives: readonly Paid[]): Group[] {
  const logs = new Map<number, number[]>();
  for (const { slot, perHour } of lives) {
    const group = logs.get(slot) ?? [];
    group.push(Math.log(perHour));
    logs.set(slot, group);
  }
  return [...logs].map(([slot, values]) => ({ slot, logs: values, middle: mean(values) }));
}

function pay({ slot, logs, middle }: Group, overall: number): SlotPay {
  const shrunk = (logs.length * middle + PULL * overall) / (logs.length + PULL);
  return { slot, lives: logs.length, perHour: Math.exp(shrunk) };
}

function pooledDeviation(groups: readonly Group[]): number {
  let n = 0;
  let squares = 0;
  for (const { logs, middle } of groups) {
    n += logs.length;
    squares += logs.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  }
  return Math.sqrt(squares / Math.max(1, n - groups.length));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
