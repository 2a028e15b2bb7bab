import { shownBy } from '../../diagnosis/key-factors.ts';
import type { MetricId } from '../../metrics/catalogue.ts';

/** Stands for any factor: LIVEs by GMV per hour alone. */
export const ANY_FACTOR = 'gmv';

/** The metric by which a whole LIVE shows a factor, or any; undefined where a feed's clips alone can show it. */
export function metricOf(factor: string): MetricId | undefined {
  return factor === ANY_FACTOR ? 'gmvPerHour' : shownBy(factor);
}
