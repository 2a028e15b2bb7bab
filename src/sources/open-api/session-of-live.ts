import { isMoneyMetric, type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { rateByCounts } from '../../metrics/ctr-denominator.ts';
import type { Figures, Origin } from '../../metrics/figure.ts';
import { accountOf } from '../../metrics/live/account.ts';
import type { CurrencyCode, Money } from '../../metrics/money.ts';
import { present } from '../../metrics/present.ts';
import type { ReadingGap, Series, Session } from '../../metrics/session.ts';
import { seconds, type UnixMs } from '../../metrics/time.ts';
import type { ReadField } from './api-fields.ts';
import {
  type Bases,
  countedRate,
  isSameGmv,
  type ReadLive,
  rateRow,
  sumOverIntervals,
} from './decide-bases.ts';
import { minutesEndpoint, originOfEndpoint, productsEndpoint } from './endpoints.ts';
import { basisOfMetric, type NotTaken, type OfficialFigure } from './official-figure.ts';
import { isPriceOf } from './read-products.ts';

/** What is known of a LIVE beside its answers. */
export interface AboutLive {
  readonly region: string | undefined;
  /** When each answer came. */
  readonly at: { readonly list: UnixMs; readonly minutes?: UnixMs; readonly products?: UnixMs };
  /** True where it wasn't TikTok that answered. */
  readonly simulated: boolean;
}

/** A LIVE as a session, and all its figures as they were answered. */
export interface OfficialLive {
  readonly session: Session;
  readonly official: readonly OfficialFigure[];
}

type Taken = { readonly metric: MetricId } | { readonly notTaken: NotTaken };

/** Makes a session of a LIVE's answers, by what its shop's LIVEs say that the names stand for. */
export function sessionOfLive(live: ReadLive, bases: Bases, about: AboutLive): OfficialLive {
  const { listed, minutes, products } = live;
  const originAt = (endpoint: string, at: UnixMs): Origin => ({ how: 'fetched', endpoint, at });
  const figures: Figures = {};
  const official: OfficialFigure[] = [];
  const gaps: ReadingGap[] = [...listed.gaps, ...(minutes?.gaps ?? []), ...(products?.gaps ?? [])];
  const read: readonly ReadField[] = [...listed.fields, ...(minutes?.overall ?? [])];
  for (const one of read) {
    const { field, endpoint, value, money } = one;
    const taken = takenAs(one, live, bases);
    const id = 'metric' in taken ? taken.metric : undefined;
    const name = field.inside === undefined ? field.name : `${field.inside}.${field.name}`;
    official.push(
      present({
        endpoint: endpoint.name,
        version: endpoint.version,
        field: name,
        basis: id === undefined ? field.basis : basisOfMetric(id),
        value,
        money,
        ...taken,
      }),
    );
    if (id === undefined) {
      if ('notTaken' in taken && taken.notTaken !== 'no-metric' && taken.notTaken !== 'coarse')
        gaps.push({ endpoint: originOfEndpoint(endpoint), field: name, reason: 'contradicts' });
      continue;
    }
    const at = endpoint === minutesEndpoint ? (about.at.minutes ?? about.at.list) : about.at.list;
    put(figures, id, { value, money }, originAt(originOfEndpoint(endpoint), at));
  }
  const minutesOrigin =
    about.at.minutes && originAt(originOfEndpoint(minutesEndpoint), about.at.minutes);
  const orders = minutes && sumOverIntervals(minutes, 'orders');
  if (orders !== undefined && minutesOrigin !== undefined)
    put(figures, 'orders', { value: orders }, minutesOrigin);
  const series = isSameGmv(live) ? seriesOf(live, bases.gmv) : seriesOf(live, undefined);
  const { startedAt, endedAt } = listed;
  const listOrigin = originAt('open-api/202509/shop_lives/performance', about.at.list);
  const currency = Object.values(figures).find((figure) => 'money' in figure);
  const sold = listed.fields.find(({ field }) => field.name === 'different_products_sold')?.value;
  const session: Session = present({
    version: 1,
    room: present({
      id: listed.id,
      title: listed.title,
      creator: listed.username === undefined ? undefined : { handle: listed.username },
      ...accountOf(listed.username === undefined ? {} : { handle: listed.username }),
      region: about.region,
      startedAt,
      endedAt,
      duration:
        startedAt === undefined || endedAt === undefined ? undefined : seconds(endedAt - startedAt),
      status: endedAt === undefined ? 'live' : 'ended',
    }),
    currency: currency !== undefined && 'money' in currency ? currency.money.currency : undefined,
    figures,
    comparisons: { market: {}, own: {} },
    timeline:
      series.length === 0
        ? undefined
        : { interval: seconds(minutes?.step ?? 60), series: [...series] },
    products: products === undefined ? undefined : [...products.products],
    productsSold: sold,
    origins: present({
      room: listOrigin,
      figures: listOrigin,
      timeline: series.length === 0 ? undefined : minutesOrigin,
      products:
        about.at.products === undefined
          ? undefined
          : originAt(originOfEndpoint(productsEndpoint), about.at.products),
    }),
    gaps,
    simulated: about.simulated ? true : undefined,
  });
  return { session, official };
}

/** Which metric an answered figure is, or why none. */
function takenAs(read: ReadField, live: ReadLive, bases: Bases): Taken {
  const { field } = read;
  if (field.metric !== undefined) return { metric: field.metric };
  switch (field.name) {
    case 'gmv': {
      const known = read.endpoint === minutesEndpoint && !isSameGmv(live) ? undefined : bases.gmv;
      return known === undefined ? { notTaken: 'undecided' } : { metric: known };
    }
    case 'items_sold':
      return itemsOf(read, live, bases);
    case 'click_through_rate':
      return rateOf(read, live, bases.ctr);
    case 'click_to_order_rate':
      return rateOf(read, live, bases.ctor);
    default:
      return { notTaken: 'no-metric' };
  }
}

/** Items are of the orders of the GMV where the price for one item says so. */
function itemsOf(read: ReadField, { listed }: ReadLive, { gmv }: Bases): Taken {
  const moneyNamed = (name: string): Money | undefined =>
    listed.fields.find(({ field }) => field.name === name)?.money;
  if (gmv === undefined || !isPriceOf(moneyNamed('avg_price'), read.value, moneyNamed('gmv')))
    return { notTaken: 'undecided' };
  return { metric: gmv === 'gmv' ? 'itemsSold' : 'directItemsSold' };
}

function rateOf(read: ReadField, live: ReadLive, id: MetricId | undefined): Taken {
  const row = rateRow(live, read.field.name);
  if (row === undefined) return { notTaken: 'coarse' };
  if (id === undefined) return { notTaken: 'undecided' };
  const said = rateByCounts([id], row.value, (one) => countedRate(one, row.others));
  return said === 'none' ? { notTaken: 'contradicts' } : { metric: id };
}

function put(
  figures: Figures,
  id: MetricId,
  { value, money }: { readonly value?: number | undefined; readonly money?: Money | undefined },
  origin: Origin,
): void {
  // The list's own figure stands: what comes later fills in.
  if (figures[id] !== undefined) return;
  if (isMoneyMetric(id)) {
    if (money !== undefined) figures[id] = { money, origin };
  } else if (value !== undefined) figures[id] = { value, origin };
}

/** The amounts of a LIVE over its intervals; money only where it is known whose it is. */
function seriesOf({ minutes }: ReadLive, gmv: Bases['gmv']): readonly Series[] {
  const intervals = minutes?.intervals ?? [];
  const ids = new Set(intervals.flatMap(({ counts }) => namesIn(counts)));
  const money = currencyNamed(minutes?.currency);
  return [...ids].flatMap((id): Series[] => {
    const points = intervals.flatMap(({ at, counts }): Series['points'] => {
      const value = counts[id];
      return value === undefined ? [] : [[at, value]];
    });
    if (id !== 'gmv') return [{ metric: id, kind: 'amount', points }];
    if (gmv === undefined || money === undefined) return [];
    return [{ metric: gmv, kind: 'amount', currency: money, points }];
  });
}

const namesIn = (counts: object): readonly MetricId[] => metricIds.filter((id) => id in counts);

const isCurrency = (text: string): text is CurrencyCode => /^[A-Z]{3}$/.test(text);
const currencyNamed = (text: string | undefined): CurrencyCode | undefined =>
  text !== undefined && isCurrency(text) ? text : undefined;
