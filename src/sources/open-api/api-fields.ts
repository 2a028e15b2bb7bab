import { isMoneyMetric, type MetricId } from '../../metrics/catalogue.ts';
import { ctors, ctrs } from '../../metrics/ctr-denominator.ts';
import type { Money } from '../../metrics/money.ts';
import type { Numbers } from '../exports/identity.ts';
import type { Fields } from '../seller-center/fields.ts';
import { apiMoney, apiShare } from './api-value.ts';
import type { ApiEndpoint } from './endpoints.ts';

/** What a field of an answer holds, and which metric it is. */
export interface ApiField {
  /** The object that holds it; the row itself when absent. */
  readonly inside?: string;
  readonly name: string;
  readonly kind: 'money' | 'count' | 'share' | 'seconds';
  /** The metric that its specification makes of it. */
  readonly metric?: MetricId;
  /** Metrics that its name may stand for: identities decide. */
  readonly oneOf?: readonly MetricId[];
  /** What a figure rests on that is no metric of the product. */
  readonly basis?: string;
}

/** A field as it was answered, before it is known which metric it is. */
export interface ReadField {
  readonly field: ApiField;
  readonly endpoint: ApiEndpoint;
  readonly value?: number;
  readonly money?: Money;
  /** Of a share: the decimals of the percentage. */
  readonly percentDecimals?: number;
}

const sales = (rest: Omit<ApiField, 'inside'>): ApiField => ({
  inside: 'sales_performance',
  ...rest,
});
const interaction = (rest: Omit<ApiField, 'inside'>): ApiField => ({
  inside: 'interaction_performance',
  ...rest,
});

/** The two GMVs that the texts call one name: the specification says direct, programs saw attributed. */
const gmvs = ['gmv', 'directGmv'] as const satisfies readonly MetricId[];
const itemsSolds = ['itemsSold', 'directItemsSold'] as const satisfies readonly MetricId[];

/** What the list says of a LIVE, by the specification of 202509. */
export const listFields: readonly ApiField[] = [
  sales({ name: 'gmv', kind: 'money', oneOf: gmvs }),
  sales({ name: '24h_live_gmv', kind: 'money', basis: '24-hour' }),
  sales({ name: 'avg_price', kind: 'money', basis: 'gmv/items sold' }),
  sales({ name: 'products_added', kind: 'count' }),
  sales({ name: 'different_products_sold', kind: 'count' }),
  sales({ name: 'created_sku_orders', kind: 'count', basis: 'SKU orders, unpaid ones too' }),
  sales({ name: 'sku_orders', kind: 'count', metric: 'skuOrders' }),
  sales({ name: 'items_sold', kind: 'count', oneOf: itemsSolds }),
  sales({ name: 'customers', kind: 'count', metric: 'customers' }),
  sales({ name: 'click_to_order_rate', kind: 'share', oneOf: ctors }),
  interaction({ name: 'acu', kind: 'count', basis: 'mean of viewers at a time' }),
  interaction({ name: 'pcu', kind: 'count', basis: 'most viewers at a time' }),
  interaction({ name: 'viewers', kind: 'count', metric: 'viewers' }),
  interaction({ name: 'views', kind: 'count', metric: 'views' }),
  interaction({
    name: 'avg_viewing_duration',
    kind: 'seconds',
    metric: 'averageViewDurationPerView',
  }),
  interaction({ name: 'comments', kind: 'count', metric: 'comments' }),
  interaction({ name: 'shares', kind: 'count', metric: 'shares' }),
  interaction({ name: 'likes', kind: 'count', metric: 'likes' }),
  interaction({ name: 'new_followers', kind: 'count', metric: 'newFollowers' }),
  interaction({ name: 'product_impressions', kind: 'count', metric: 'productImpressions' }),
  interaction({ name: 'product_clicks', kind: 'count', metric: 'productClicks' }),
  interaction({ name: 'click_through_rate', kind: 'share', oneOf: ctrs }),
];

/** What `overall` of a LIVE minute by minute says, by the specification of 202510. */
export const overallFields: readonly ApiField[] = [
  { name: 'gmv', kind: 'money', oneOf: gmvs },
  { name: 'impressions', kind: 'count', metric: 'impressions' },
  { name: 'items_sold', kind: 'count', oneOf: itemsSolds },
  { name: 'unique_viewers', kind: 'count', metric: 'viewers' },
];

/** Reads the fields of an object that are there; what can't be read is noted as a gap. */
export function readFields(
  row: Fields,
  fields: readonly ApiField[],
  endpoint: ApiEndpoint,
): readonly ReadField[] {
  const objects = new Map<string, Fields>();
  const objectOf = (inside: string | undefined): Fields => {
    if (inside === undefined) return row;
    const known = objects.get(inside) ?? row.inside(inside);
    objects.set(inside, known);
    return known;
  };
  return fields.flatMap((field) => {
    const read = readField(objectOf(field.inside), field);
    return read === undefined ? [] : [{ field, endpoint, ...read }];
  });
}

function readField(
  from: Fields,
  { name, kind }: ApiField,
): Omit<ReadField, 'field' | 'endpoint'> | undefined {
  switch (kind) {
    case 'money': {
      const money = apiMoney(from, name);
      return money && { money };
    }
    case 'share':
      return apiShare(from, name);
    case 'count': {
      const value = from.count(name);
      return value === undefined ? undefined : { value };
    }
    case 'seconds': {
      const value = from.positive(name);
      return value === undefined ? undefined : { value };
    }
  }
}

/** The numbers of what was read whose metric the specification says, for identities. */
export function numbersOf(read: readonly ReadField[]): Numbers {
  const numbers: Partial<Record<MetricId, number>> = {};
  for (const { field, value } of read) {
    const { metric } = field;
    if (metric !== undefined && value !== undefined && !isMoneyMetric(metric))
      numbers[metric] = value;
  }
  return numbers;
}

/** What was answered under a name, as a number; money in major units. */
export function answeredNumber(read: readonly ReadField[], name: string): number | undefined {
  const found = read.find(({ field }) => field.name === name);
  return found?.money === undefined ? found?.value : Number(found.money.amount);
}
