import type { Comparison, StepId, StepPotential } from '../../diagnosis/report.ts';
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

/** How far along the slider the highest mark stands: what lies above it has the rest. */
const HIGHEST_AT = 3 / 4;

/** A slider from nothing to past the highest of the LIVE's own figure, the target and what is usual. */
export function scaleOf(
  { id, yours, target }: Pick<StepPotential, 'id' | 'yours' | 'target'>,
  usual?: Comparison['usual'],
): StepScale {
  const factor = factorOf(id);
  const most = (Math.max(yours, target?.value ?? 0, usual?.p75 ?? 0) * factor) / HIGHEST_AT;
  const stride = niceAbove(most / STRIDES);
  return { factor, digits: digitsOf(id, most), max: Math.ceil(most / stride) * stride, stride };
}

/** Where a figure stands on the slider, from 0 to 1. */
export function slideShare(value: number, { factor, max }: StepScale): number {
  return Math.min(1, Math.max(0, (value * factor) / max));
}

/** The figure that a slider stands at: the target itself where it stands within half a stride of it. */
export function slidTo(
  at: number,
  { factor, stride }: StepScale,
  target: number | undefined,
): number {
  const isThere = target !== undefined && Math.abs(at - target * factor) <= stride / 2;
  return isThere ? target : at / factor;
}

/** What a rate is multiplied by to be typed as percent. */
function factorOf(id: StepId): number {
  return metric(id).unit === 'rate' ? 100 : 1;
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
