import { chart } from './chart.ts';
import { element, fill, tableRow } from './dom.ts';
import { fieldOf, list, number, text } from './json.ts';
import { difference, length, moment, writtenCount, writtenMoney, writtenPercent } from './write.ts';

type Writer = (value: unknown) => string | undefined;

/** Label, field of core/stats, how it is written, and the id under which its comparisons stand. */
const tiles: readonly (readonly [string, string, Writer, number])[] = [
  ['Attributed GMV', 'gmv_local', writtenMoney, 3],
  ['GMV per hour', 'gmv_local_per_hour', writtenMoney, 325],
  ['Impressions per hour', 'show_pv_per_hour', writtenCount, 310],
  ['Current viewers', 'current_visitor_cnt', writtenCount, 5],
  ['Impressions', 'client_show_cnt', writtenCount, 23],
  ['Views', 'watch_pv', writtenCount, 20],
  ['Viewers', 'watch_uv', writtenCount, 18],
  ['Tap-through rate', 'enter_room_rate', writtenPercent, 330],
  ['Tap-through rate (via LIVE preview)', 'enter_room_rate_live_preview', writtenPercent, 332],
  ['Avg. viewing duration per viewer', 'avg_watching_time', length, 30],
  ['> 1 min. views', 'watch_pv_one_min_plus', writtenCount, 349],
  ['LIVE CTR', 'click_through_rate', writtenPercent, 10],
  ['CTOR', 'click_order_rate_main', writtenPercent, 343],
  ['Order rate (SKU orders)', 'sku_order_rate', writtenPercent, 323],
  ['AOV', 'main_aov_local', writtenMoney, 15],
  ['Attributed orders', 'main_order_cnt', writtenCount, 344],
  ['Items sold', 'sales', writtenCount, 2],
  ['Customers', 'paid_user_cnt', writtenCount, 27],
  ['Show GPM', 'live_show_gpm_local', writtenMoney, 39],
  ['Watch GPM', 'watch_gpm_local', writtenMoney, 43],
  ['New followers', 'accumulated_new_follower_cnt', writtenCount, 62],
  ['Comment rate', 'live_comment_rate', writtenPercent, 312],
  ['Like rate', 'live_like_rate', writtenPercent, 314],
  ['Share rate', 'live_share_rate', writtenPercent, 315],
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
  const info = fieldOf(answer, 'data');
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
        `${text(info, 'owner_name') ?? ''} · started ${moment(fieldOf(info, 'started_at')) ?? '–'} · ${length(fieldOf(info, 'status', 'duration')) ?? '–'} `,
        running ? element('span', { class: 'live' }, 'Live now') : 'Ended',
      ),
      element('div', { class: 'soft' }, `Room ID ${text(info, 'room_id') ?? '–'}`),
    ),
  );
}

export function showCore(answer: unknown): void {
  const stats = fieldOf(answer, 'data', 'stats');
  const own = list(answer, 'data', 'stats_benchmark_data', 'self_cmp_data');
  fill(
    'tiles',
    ...tiles.map(([label, name, write, id], index) => {
      const compared = own.find((one) => number(one, 'stats_type') === id);
      const against = difference(fieldOf(compared, 'cmp'));
      return element(
        'div',
        index < 3 ? { class: 'big' } : {},
        element('dt', {}, label),
        element(
          'dd',
          {},
          write(fieldOf(stats, name)) ?? '–',
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
      tableRow(
        text(product, 'name'),
        fieldOf(product, 'is_pinned') === true ? 'Pinned' : '–',
        writtenMoney(fieldOf(product, 'gmv_local')),
        writtenCount(fieldOf(product, 'sales')),
        writtenCount(fieldOf(product, 'add_shop_cart_cnt')),
        writtenCount(fieldOf(product, 'exposure_cnt')),
        writtenPercent(fieldOf(product, 'click_through_rate')),
      ),
    ),
  );
}

export function showSources(answer: unknown): void {
  fill(
    'sources',
    ...list(answer, 'data', 'stats', 'all_traffic_distribution').map((one) => {
      const source = fieldOf(one, 'main_source');
      return tableRow(
        text(source, 'source_name'),
        writtenCount(fieldOf(source, 'show_pv')),
        writtenCount(fieldOf(source, 'watch_pv')),
        writtenPercent(fieldOf(source, 'enter_room_rate')),
        writtenMoney(fieldOf(source, 'gmv_local')),
      );
    }),
  );
}

export function showEvents(answer: unknown): void {
  const events = list(answer, 'data', 'stats', 'events').map((event) =>
    fieldOf(event, 'pin_product_event'),
  );
  const shown = events.filter((event) => event !== undefined);
  pins = shown.map((pin) => number(pin, 'start_timestamp') ?? 0);
  draw();
  fill(
    'pins',
    ...shown.map((pin) =>
      tableRow(
        text(pin, 'product_name'),
        moment(fieldOf(pin, 'start_timestamp'), true),
        moment(fieldOf(pin, 'end_timestamp'), true) ?? 'open',
      ),
    ),
  );
}
