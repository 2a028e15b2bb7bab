import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { usable } from '../usable.ts';

/** The series in which changes are looked for, the nearest to money first. */
export const courseSeries = ['orders', 'productClicks', 'concurrentViewers'] as const;
export type CourseSeries = (typeof courseSeries)[number];

/** GMV that came with one order, click or viewer-hour of this LIVE, and how uncertain that is. */
export interface StretchWorth {
  readonly value: number;
  /** Standard error ÷ value. */
  readonly error: number;
}

/**
 * What one event of a series was worth in this LIVE: AOV for an order, GMV ÷ clicks, GMV ÷
 * viewer-hours. Undefined without GMV and orders.
 */
export function stretchWorth(
  session: Session,
  series: CourseSeries,
  events: number,
): StretchWorth | undefined {
  const gmv = usable(numberOf(session.figures, 'gmv'));
  const orders = usable(numberOf(session.figures, 'orders'));
  if (gmv === undefined || orders === undefined || !(gmv >= 0 && orders >= 1)) return undefined;
  const spread = dispersionOf('aov', session) ?? 0;
  const count = series === 'orders' ? orders : events;
  const square = series === 'orders' ? spread ** 2 : 1 + spread ** 2;
  const value = usable(gmv / count);
  return value === undefined || !(count > 0)
    ? undefined
    : { value, error: Math.sqrt(square / orders) };
}
