import { metric, metricIds } from '../../metrics/catalogue.ts';
import type { Unit } from '../../metrics/metric.ts';

/** What the units of the catalogue mean in a feed's file. */
const units: readonly (readonly [Unit, string])[] = [
  ['count', 'counts'],
  ['count-per-hour', 'counts an hour'],
  ['rate', 'shares (0.04 is 4 %)'],
  ['seconds', 'seconds'],
  ['money', 'money in major units of the currency'],
  ['money-per-hour', 'money an hour, in major units of the currency'],
  ['ratio', 'plain ratios'],
];

/** Every metric by its unit, in words for those who write a feed. */
export const unitsSaid = `Units: ${units
  .map(([unit, words]) => {
    const ids = metricIds.filter((id) => metric(id).unit === unit);
    return `${words}: ${ids.join(', ')}`;
  })
  .join('; ')}.`;
