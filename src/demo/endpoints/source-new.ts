import { type Money, money } from '../../metrics/money.ts';
import { present } from '../../metrics/present.ts';
import type { Session, TrafficSource } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope, invalidParameters } from './envelope.ts';
import { fourPlaces, type MoneyValue, moneyValue } from './values.ts';

/** What a dollar costs, for the dollar columns alone: the rate at which the captured answer converted. */
const PER_DOLLAR: Readonly<Record<string, number>> = { VND: 26_330, USD: 1 };

/** `source/new`: where the views came from, with the details of a source where there are any. */
export function sourceNew(session: Session, ids: readonly number[]): DemoAnswer {
  if (ids.length !== 1 || ids[0] !== 100) return invalidParameters();
  return envelope({
    stats: {
      all_traffic_distribution: (session.sources ?? []).map((source) => ({
        main_source: encode(source),
        ...(source.details === undefined ? {} : { detail_source: source.details.map(encode) }),
      })),
    },
  });
}

function encode(source: Omit<TrafficSource, 'details'>): object {
  const four = (value: number | undefined) => (value === undefined ? undefined : fourPlaces(value));
  return present({
    source_name: source.name,
    watch_pv: source.views,
    ctr: four(source.productCtr),
    co: four(source.ctor),
    show_pv: source.impressions,
    gmv_usd: source.gmv && dollars(source.gmv),
    gmv_local: source.gmv && moneyValue(source.gmv),
    enter_room_rate: four(source.tapThroughRate),
    show_gpm_usd: source.showGpm && dollars(source.showGpm),
    show_gpm_local: source.showGpm && moneyValue(source.showGpm),
  });
}

function dollars(local: Money): MoneyValue | undefined {
  const rate = PER_DOLLAR[local.currency];
  if (rate === undefined) return undefined;
  return moneyValue(money((Number(local.amount) / rate).toFixed(2), 'USD'));
}
