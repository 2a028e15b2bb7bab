import type { MetricId } from '../../metrics/catalogue.ts';
import { present } from '../../metrics/present.ts';
import { Fields, Gaps } from '../seller-center/fields.ts';
import { type ApiField, answeredNumber, type ReadField, readFields } from './api-fields.ts';
import type { Bases } from './decide-bases.ts';
import { originOfEndpoint, overviewEndpoint } from './endpoints.ts';
import { basisOfMetric, type OfficialFigure } from './official-figure.ts';
import { isNear } from './read-minutes.ts';

/** What all LIVEs of a shop came to on one day. */
export interface OverviewDay {
  /** `2026-11-24`, in the shop's zone. */
  readonly from: string;
  /** The day after it. */
  readonly to: string;
  readonly fields: readonly ReadField[];
}

/** What a day says, by the specification of 202509; rates are fractions here, and no counts stand beside them. */
const dayFields: readonly ApiField[] = [
  { name: 'gmv', kind: 'money', oneOf: ['gmv', 'directGmv'] },
  { name: 'items_sold', kind: 'count', oneOf: ['itemsSold', 'directItemsSold'] },
  { name: 'sku_orders', kind: 'count', metric: 'skuOrders' },
  { name: 'customers', kind: 'count', metric: 'customers' },
  { name: 'click_through_rate', kind: 'share', oneOf: ['liveCtr', 'productCtr'] },
  { name: 'click_to_order_rate', kind: 'share', oneOf: ['ctor', 'ctorSku'] },
];

/** Reads the answer about a shop's days. A day without its date is left out. */
export function readOverview(data: Record<string, unknown>): readonly OverviewDay[] {
  const performance = Fields.of(data, new Gaps(originOfEndpoint(overviewEndpoint))).inside(
    'performance',
  );
  return performance.list('intervals').flatMap((day) => {
    const [from, to] = [day.text('start_date'), day.text('end_date')];
    return from === undefined || to === undefined
      ? []
      : [{ from, to, fields: readFields(day, dayFields, overviewEndpoint) }];
  });
}

const FEWEST_DAYS = 3;
const MOST_OTHER = 0.1;

/**
 * What the days' GMV is: that of the list, where all days but a tenth come to what the list says of their LIVEs.
 * @param listed the list's GMV of the LIVEs that began on a day, in major units
 */
export function gmvOfDays(
  days: readonly OverviewDay[],
  listed: ReadonlyMap<string, number>,
  { gmv }: Bases,
): Bases['gmv'] {
  const votes = days.flatMap(({ from, fields }) => {
    const [said, sum] = [answeredNumber(fields, 'gmv'), listed.get(from)];
    return said === undefined || !sum ? [] : [isNear(said, sum)];
  });
  const others = votes.filter((same) => !same).length;
  return votes.length < FEWEST_DAYS || others > MOST_OTHER * votes.length ? undefined : gmv;
}

/** A day's figures as they were answered, with what each rests on where that is known. */
export function officialOfDay(
  { fields }: OverviewDay,
  gmv: Bases['gmv'],
): readonly OfficialFigure[] {
  return fields.map(({ field, endpoint, value, money }) => {
    const metric: MetricId | undefined = field.name === 'gmv' ? gmv : field.metric;
    const isOpen = metric === undefined && field.oneOf !== undefined;
    return present({
      endpoint: endpoint.name,
      version: endpoint.version,
      field: field.name,
      basis: metric === undefined ? field.basis : basisOfMetric(metric),
      value,
      money,
      notTaken: isOpen ? ('undecided' as const) : undefined,
    });
  });
}
