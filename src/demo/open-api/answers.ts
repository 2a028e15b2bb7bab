import type { MetricId } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import {
  listEndpoint,
  livePath,
  minutesEndpoint,
  overviewEndpoint,
  productsEndpoint,
  shopPath,
} from '../../sources/open-api/endpoints.ts';

/** An answer of the stand-in: the envelope's fields, and how HTTP carries them. */
export interface ApiAnswer {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly data?: object;
  /** Seconds. */
  readonly retryAfter?: number;
}

const success = (data: object): ApiAnswer => ({ status: 200, code: 0, message: 'success', data });
const badParameter = (message: string): ApiAnswer => ({ status: 400, code: 36009004, message });

/** What is direct of the attributed GMV: eleven of twelve cents. */
const direct = (dollars: number): string =>
  (Math.round((Math.round(dollars * 100) * 11) / 12) / 100).toFixed(2);
const usd = (amount: string): object => ({ amount, currency: 'USD' });
const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : ((part / whole) * 100).toFixed(2)}%`;

/** How a shop is answered about. */
export interface AnswerCustoms {
  /** Rows of the list on a page at most. */
  readonly mostRows?: number | undefined;
  /** One LIVE in so many is of a creator's account, of which a shop is told sales and nothing else; none when left out. */
  readonly creatorsOneIn?: number | undefined;
}

/** What a question about LIVEs is answered, once it is known who asks. */
export function liveAnswer(
  path: string,
  query: Readonly<Record<string, string>>,
  sessions: readonly Session[],
  now: number,
  customs: AnswerCustoms,
): ApiAnswer {
  if (path === shopPath(listEndpoint)) return list(query, sessions, now, customs);
  if (path === shopPath(overviewEndpoint)) return overview(query, sessions, now);
  const live = sessions.find(({ room }) => path.includes(`/${room.id}/`));
  if (live === undefined) return { status: 404, code: 36009009, message: 'Invalid path' };
  if (path === livePath(minutesEndpoint, live.room.id))
    return isCreators(live, customs) ? badParameter('Unexpected Identifier') : minutes(query, live);
  if (path === livePath(productsEndpoint, live.room.id)) return products(live);
  return { status: 404, code: 36009009, message: 'Invalid path' };
}

const isCreators = ({ room }: Session, { creatorsOneIn }: AnswerCustoms): boolean =>
  creatorsOneIn !== undefined && BigInt(room.id) % BigInt(creatorsOneIn) === 0n;

const DATE = /^\d{4}-\d\d-\d\d$/;
const dayOf = (seconds: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(seconds * 1000);

function pageOf(token: string | undefined): number | undefined {
  if (token === undefined) return 1;
  const read = /^page_number=(\d+)$/.exec(Buffer.from(token, 'base64').toString());
  return read === null ? undefined : Number(read[1]);
}
const tokenOf = (page: number): string => Buffer.from(`page_number=${page}`).toString('base64');

function list(
  query: Readonly<Record<string, string>>,
  sessions: readonly Session[],
  now: number,
  customs: AnswerCustoms,
): ApiAnswer {
  const { start_date_ge: from = '', end_date_lt: to = '' } = query;
  const [page, asked] = [pageOf(query.page_token), Number(query.page_size ?? 10)];
  if (!DATE.test(from) || !DATE.test(to) || !(asked >= 1 && asked <= 100) || page === undefined)
    return badParameter('Unexpected parameter');
  if (from >= to)
    return {
      status: 400,
      code: 28001022,
      message: 'start_date_ge must be earlier than end_date_lt',
    };
  const size = Math.min(asked, customs.mostRows ?? 100);
  const found = sessions.filter(({ room }) => {
    const day = dayOf(room.startedAt ?? 0);
    return day >= from && day < to;
  });
  return success({
    latest_available_date: dayOf(now / 1000 - 2 * 86_400),
    next_page_token: page * size < found.length ? tokenOf(page + 1) : '',
    total_count: found.length,
    live_stream_sessions: found
      .slice((page - 1) * size, page * size)
      .map((live) => rowOf(live, customs)),
  });
}

function overview(
  query: Readonly<Record<string, string>>,
  sessions: readonly Session[],
  now: number,
): ApiAnswer {
  const { start_date_ge: from = '', end_date_lt: to = '', granularity = 'ALL' } = query;
  if (!DATE.test(from) || !DATE.test(to) || from >= to || !['ALL', '1D'].includes(granularity))
    return badParameter('Unexpected parameter');
  const days = new Map<string, Session[]>();
  for (const live of sessions) {
    const day = dayOf(live.room.startedAt ?? 0);
    if (day < from || day >= to) continue;
    const interval = granularity === 'ALL' ? from : day;
    days.set(interval, [...(days.get(interval) ?? []), live]);
  }
  const intervals = [...days].sort().map(([start, lives]) => {
    const sum = (id: MetricId): number =>
      lives.reduce((all, { figures }) => all + (numberOf(figures, id) ?? 0), 0);
    return {
      start_date: start,
      end_date: granularity === 'ALL' ? to : dayAfter(start),
      gmv: usd(sum('gmv').toFixed(2)),
      items_sold: sum('itemsSold'),
      sku_orders: sum('skuOrders'),
      customers: sum('customers'),
      click_through_rate: fraction(sum('productClicks'), sum('views')),
      click_to_order_rate: fraction(sum('skuOrders'), sum('productClicks')),
    };
  });
  const latest = dayOf(now / 1000 - 2 * 86_400);
  return success({ latest_available_date: latest, performance: { intervals } });
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const fraction = (part: number, whole: number): string =>
  (whole === 0 ? 0 : part / whole).toFixed(2);

function rowOf(live: Session, customs: AnswerCustoms): object {
  const { room, figures, products = [] } = live;
  const of = (id: MetricId): number => numberOf(figures, id) ?? 0;
  const gmv = of('gmv');
  return {
    id: room.id,
    title: room.title,
    username: room.creator?.handle?.replace('@', ''),
    start_time: String(room.startedAt),
    end_time: room.endedAt === undefined ? '' : String(room.endedAt),
    sales_performance: {
      gmv: usd(gmv.toFixed(2)),
      '24h_live_gmv': usd((gmv * 1.1).toFixed(2)),
      avg_price: usd((of('itemsSold') === 0 ? 0 : gmv / of('itemsSold')).toFixed(2)),
      products_added: products.length,
      different_products_sold: products.filter(({ orders = 0 }) => orders > 0).length,
      created_sku_orders: of('createdOrders'),
      sku_orders: of('skuOrders'),
      items_sold: of('itemsSold'),
      customers: of('customers'),
      click_to_order_rate: percent(of('skuOrders'), of('productClicks')),
    },
    ...(isCreators(live, customs) ? {} : { interaction_performance: interactionOf(of) }),
  };
}

function interactionOf(of: (id: MetricId) => number): object {
  return {
    viewers: of('viewers'),
    views: of('views'),
    avg_viewing_duration: String(Math.round(of('averageViewDurationPerView'))),
    comments: of('comments'),
    shares: of('shares'),
    likes: of('likes'),
    new_followers: of('newFollowers'),
    product_impressions: of('productImpressions'),
    product_clicks: of('productClicks'),
    click_through_rate: percent(of('productClicks'), of('views')),
  };
}

const PAGE = 20;

function minutes(
  query: Readonly<Record<string, string>>,
  { room, figures, timeline }: Session,
): ApiAnswer {
  const page = pageOf(query.page_token);
  if (page === undefined || room.endedAt === undefined)
    return badParameter('Unexpected Identifier');
  const series = new Map(timeline?.series.map(({ metric, points }) => [metric, new Map(points)]));
  const starts = timeline?.series[0]?.points.map(([at]) => at) ?? [];
  const of = (id: MetricId): number => numberOf(figures, id) ?? 0;
  const intervals = starts.slice((page - 1) * PAGE, page * PAGE).map((at) => {
    const value = (id: MetricId): number => series.get(id)?.get(at) ?? 0;
    return {
      start_time: at,
      end_time: at,
      sales: {
        gmv: usd(value('gmv').toFixed(2)),
        items_sold: value('itemsSold'),
        sku_orders: value('skuOrders'),
        main_orders: value('orders'),
      },
      traffic: {
        impressions: value('impressions'),
        views: value('views'),
        product_impressions: value('productImpressions'),
        product_clicks: value('productClicks'),
      },
      interactions: {
        comments: value('comments'),
        likes: value('likes'),
        shares: value('shares'),
        new_followers: value('newFollowers'),
      },
    };
  });
  const overall = {
    duration: room.duration,
    start_time: room.startedAt,
    end_time: room.endedAt,
    gmv: usd(of('gmv').toFixed(2)),
    impressions: of('impressions'),
    items_sold: of('itemsSold'),
    unique_viewers: of('viewers'),
  };
  return success({
    next_page_token: page * PAGE < starts.length ? tokenOf(page + 1) : '',
    total_count: starts.length,
    performance: { overall, intervals },
  });
}

function products({ products: rows = [] }: Session): ApiAnswer {
  return success({
    products: rows.map((row) => ({
      id: row.id,
      name: row.name,
      sales: {
        direct_gmv: usd(direct(Number(row.gmv?.amount ?? 0))),
        customers: row.customers,
        items_sold: row.itemsSold,
        main_orders: row.orders,
        sku_orders: row.skuOrders,
      },
      traffic: {
        add_to_cart_count: row.addToCarts,
        ctr: row.ctr?.toFixed(4),
        product_impressions: row.impressions,
        produt_clicks: row.clicks,
      },
    })),
  });
}
