import { chart } from './chart.ts';
import { element, fill, row } from './dom.ts';
import { field, list, number, text } from './json.ts';
import { count, difference, length, moment, money, percent } from './write.ts';

type Writer = (value: unknown) => string | undefined;

/** Label, field of core/stats, how it is written, and the id under which its comparisons stand. */
const tiles: readonly (readonly [string, string, Writer, number])[] = [
  ['Attributed GMV', 'gmv_local', money, 3],
  ['GMV per hour', 'gmv_local_per_hour', money, 325],
  ['Impressions per hour', 'show_pv_per_hour', count, 310],
  ['Current viewers', 'current_visitor_cnt', count, 5],
  ['Impressions', 'client_show_cnt', count, 23],
  ['Views', 'watch_pv', count, 20],
  ['Viewers', 'watch_uv', count, 18],
  ['Tap-through rate', 'enter_room_rate', percent, 330],
  ['Tap-through rate (via LIVE preview)', 'enter_room_rate_live_preview', percent, 332],
  ['Avg. viewing duration per view', 'avg_watching_time', length, 30],
  ['> 1 min. views', 'watch_pv_one_min_plus', count, 349],
  ['LIVE CTR', 'click_through_rate', percent, 10],
  ['CTOR', 'click_order_rate_main', percent, 343],
  ['Order rate (SKU orders)', 'sku_order_rate', percent, 323],
  ['AOV', 'main_aov_local', money, 15],
  ['Attributed orders', 'main_order_cnt', count, 344],
  ['Items sold', 'sales', count, 2],
  ['Customers', 'paid_user_cnt', count, 27],
  ['Show GPM', 'live_show_gpm_local', money, 39],
  ['Watch GPM', 'watch_gpm_local', money, 43],
  ['New followers', 'accumulated_new_follower_cnt', count, 62],
  ['Comment rate', 'live_comment_rate', percent, 312],
  ['Like rate', 'live_like_rate', percent, 314],
  ['Share rate', 'live_share_rate', percent, 315],
];

/** The last series and pins, which arrive in any order and are drawn together. */
let trends: unknown;
let pins: readonly number[] = [];

/** Takes the figures of the room before off the page. */
export function forget(): void {
  trends = undefined;
  pins = [];
  for (const id of ['facts', 'tiles', 'viewers', 'gmv', 'products', 'sources', 'pins']) fill(id);
}

export function showInfo(answer: unknown): void {
  const info = field(answer, 'data');
  const running = number(info, 'status', 'status') === 1;
  fill(
    'facts',
    element('img', { src: `/demo/cover/${text(info, 'room_id') ?? '0'}.svg`, alt: '' }),
    element(
      'div',
      {},
      element('h1', {}, text(info, 'room_title') ?? 'A LIVE'),
      element(
        'div',
        { class: 'soft' },
        `${text(info, 'owner_name') ?? ''} · started ${moment(field(info, 'started_at')) ?? '–'} · ${length(field(info, 'status', 'duration')) ?? '–'} `,
        running ? element('span', { class: 'live' }, 'Live now') : 'Ended',
      ),
      element('div', { class: 'soft' }, `Room ID ${text(info, 'room_id') ?? '–'}`),
    ),
  );
}

export function showCore(answer: unknown): void {
  const stats = field(answer, 'data', 'stats');
  const own = list(answer, 'data', 'stats_benchmark_data', 'self_cmp_data');
  fill(
    'tiles',
    ...tiles.map(([label, name, write, id], index) => {
      const compared = own.find((one) => number(one, 'stats_type') === id);
      const against = difference(field(compared, 'cmp'));
      return element(
        'div',
        index < 3 ? { class: 'big' } : {},
        element('dt', {}, label),
        element(
          'dd',
          {},
          write(field(stats, name)) ?? '–',
          against === undefined ? undefined : element('small', {}, `${against} on your past LIVEs`),
        ),
      );
    }),
  );
}

export function showTrends(answer: unknown): void {
  trends = answer;
  draw();
}

function draw(): void {
  const points = (id: number): (readonly [number, number])[] => {
    const series = list(trends, 'data', 'trend_data').find(
      (one) => number(one, 'stats_type') === id,
    );
    return list(series, 'data').map((point) => [
      number(point, 'key') ?? 0,
      number(point, 'value') ?? number(point, 'amount', 'amount') ?? 0,
    ]);
  };
  fill('viewers', chart(points(20), pins, 'Viewers over the LIVE, with pins as dashed lines'));
  fill('gmv', chart(points(3), pins, 'GMV over the LIVE, with pins as dashed lines'));
}

export function showProducts(answer: unknown): void {
  const products = list(answer, 'data', 'segments', 0, 'stats');
  fill(
    'products',
    ...products.map((product) =>
      row(
        text(product, 'name'),
        field(product, 'is_pinned') === true ? 'Pinned' : '–',
        money(field(product, 'gmv_local')),
        count(field(product, 'sales')),
        count(field(product, 'add_shop_cart_cnt')),
        count(field(product, 'exposure_cnt')),
        percent(field(product, 'click_through_rate')),
      ),
    ),
  );
}

export function showSources(answer: unknown): void {
  fill(
    'sources',
    ...list(answer, 'data', 'stats', 'all_traffic_distribution').map((one) => {
      const source = field(one, 'main_source');
      return row(
        text(source, 'source_name'),
        count(field(source, 'show_pv')),
        count(field(source, 'watch_pv')),
        percent(field(source, 'enter_room_rate')),
        money(field(source, 'gmv_local')),
      );
    }),
  );
}

export function showEvents(answer: unknown): void {
  const events = list(answer, 'data', 'stats', 'events').map((event) =>
    field(event, 'pin_product_event'),
  );
  const shown = events.filter((event) => event !== undefined);
  pins = shown.map((pin) => number(pin, 'start_timestamp') ?? 0);
  draw();
  fill(
    'pins',
    ...shown.map((pin) =>
      row(
        text(pin, 'product_name'),
        moment(field(pin, 'start_timestamp'), true),
        moment(field(pin, 'end_timestamp'), true) ?? 'open',
      ),
    ),
  );
}
