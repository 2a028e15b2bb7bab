import type { StepId, StepPotential } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';

/** How a step is typed in and slid: rates in percent, all else as it is. */
export interface StepScale {
  /** What is shown ÷ the step's own figure. */
  readonly factor: number;
  readonly digits: number;
  /** Upper end and stride of the slider, as shown. */
  readonly max: number;
  readonly stride: number;
}

/** Strides that a slider has at most; fine enough to hit a figure, coarse enough for arrow keys. */
const STRIDES = 200;

/** A slider from nothing to twice the higher of today's figure and the target. */
export function scaleOf({
  id,
  now,
  target,
}: Pick<StepPotential, 'id' | 'now' | 'target'>): StepScale {
  const factor = factorOf(id);
  const most = 2 * Math.max(now.value, target?.value ?? 0) * factor;
  const stride = niceAbove(most / STRIDES);
  return { factor, digits: digitsOf(id, most), max: Math.ceil(most / stride) * stride, stride };
}

/** What a rate is multiplied by to be typed as percent. */
function factorOf(id: StepId): number {
  return metric(id).unit === 'rate' ? 100 : 1;
}

/** A figure as a number field holds it: plain digits, whatever the reader's language. */
export function typed(
  value: number,
  { factor, digits }: Pick<StepScale, 'factor' | 'digits'>,
): string {
  return String(Number((value * factor).toFixed(digits)));
}

/** The figure behind what was typed; undefined where it is no number of zero or more. */
export function untyped(text: string, factor: number): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value / factor : undefined;
}

function digitsOf(id: StepId, most: number): number {
  if (id === 'impressionsPerHour') return 0;
  return most > 1000 ? 0 : 2;
}

/** The next of 1, 2 or 5 times a power of ten. */
function niceAbove(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = [1, 2, 5, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return lead * power;
}
