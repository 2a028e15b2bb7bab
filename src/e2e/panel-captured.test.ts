import type { Frame } from 'playwright-core';
import { CAPTURED_ROOM } from '../demo/captured.ts';
import coreStats from '../sources/seller-center/fixtures/core-stats.json' with { type: 'json' };
import eventTimeline from '../sources/seller-center/fixtures/event-timeline.json' with {
  type: 'json',
};
import productList from '../sources/seller-center/fixtures/product-list.json' with { type: 'json' };
import sourceNew from '../sources/seller-center/fixtures/source-new.json' with { type: 'json' };
import { changeSettings } from './change-settings.ts';
import { cells, metricRows, pressKey, settled, totals } from './panel-view.ts';
import { comparable, type PlainLive, saying } from './plain-rule.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

const { stats, stats_benchmark_data: benchmarks } = coreStats.data;
const products = productList.data.segments.flatMap((segment) => segment.stats);

/** TikTok's numbers of the metrics in its two comparisons. */
const names: Readonly<Record<number, string>> = {
  2: 'itemsSold',
  3: 'gmv',
  10: 'liveCtr',
  11: 'ctorSku',
  15: 'aov',
  18: 'viewers',
  20: 'views',
  62: 'newFollowers',
  310: 'impressionsPerHour',
  313: 'followRate',
  323: 'orderRateSku',
  325: 'gmvPerHour',
  330: 'tapThroughRate',
  332: 'tapThroughRatePreview',
  344: 'orders',
};

/** The captured LIVE as its answers say, in plain numbers. */
const captured: PlainLive = {
  hours: 6280 / 3600,
  figures: {
    gmv: Number(stats.gmv_local.amount),
    itemsSold: stats.sales,
    liveCtr: Number(stats.click_through_rate),
    ctorSku: Number(stats.click_order_rate),
    aov: Number(stats.main_aov_local.amount),
    viewers: stats.watch_uv,
    views: stats.watch_pv,
    averageViewDurationPerView: Number(stats.avg_view_duration),
    newFollowers: stats.accumulated_new_follower_cnt,
    productCtr: Number(stats.product_click_rate),
    adsRoi: stats.ads_gmv_max_roi,
    impressionsPerHour: stats.show_pv_per_hour,
    followRate: Number(stats.live_follow_rate),
    orderRateSku: Number(stats.sku_order_rate),
    gmvPerHour: Number(stats.gmv_local_per_hour.amount),
    tapThroughRate: Number(stats.enter_room_rate),
    tapThroughRatePreview: Number(stats.enter_room_rate_live_preview),
    orders: stats.main_order_cnt,
    addToCarts: products.reduce((sum, product) => sum + product.add_shop_cart_cnt, 0),
  },
};

/** The 18 earlier LIVEs of the answer, by their start. */
function earlierLives(): PlainLive[] {
  const lives = new Map<number, { hours: number; figures: Record<string, number> }>();
  for (const { stats_type: type, past_live_values: past } of benchmarks.self_cmp_data) {
    for (const { start_ts: start, end_ts: end, value } of past) {
      const live = lives.get(start) ?? { hours: (end - start) / 3600, figures: {} };
      live.figures[names[type] ?? ''] = Number(value);
      lives.set(start, live);
    }
  }
  return [...lives.values()];
}

test.describe('the dashboard of the captured LIVE', () => {
  let stage: Stage;
  let panel: Frame;
  test.beforeAll(async () => {
    stage = await raise();
    panel = await stage.dashboard(CAPTURED_ROOM);
    await settled(panel, CAPTURED_ROOM);
  });
  test.afterAll(() => stage?.close());

  test('shows the captured figures, each in its unit', { tag: '@smoke' }, async () => {
    const values = async () =>
      Object.fromEntries([...(await metricRows(panel))].map(([id, { value }]) => [id, value]));
    await expect.poll(values).toEqual({
      impressionsPerHour: '15,067',
      tapThroughRate: '2.83%',
      tapThroughRatePreview: '2.25%',
      averageViewDurationPerView: '23.1 sec',
      averageViewDurationPerViewer: 'not reported',
      viewsOverOneMinuteRate: 'not reported',
      viewsPerViewer: '1.22',
      commentRate: 'not reported',
      likeRate: 'not reported',
      shareRate: 'not reported',
      followRate: '0.69%',
      productImpressionsPerView: '6.21',
      productCtr: '5.35%',
      liveCtr: '33.2%',
      ctor: '8.50%',
      ctorSku: '15.0%',
      orderRateSku: '4.98%',
      paymentRate: 'not reported',
      aov: '₫124,147',
      skuAov: '₫70,462',
      showGpm: '₫99,189',
      watchGpm: '₫3,508,856',
      gmvPerHour: '₫1,494,504',
      skuOrdersPerOrder: '1.76',
      itemsPerOrder: '1.76',
      addToCartRate: '6.07%',
      adsRoi: '6.02',
    });
  });

  test('shows the captured totals in full', async () => {
    await expect
      .poll(async () => Object.fromEntries(await totals(panel)))
      .toEqual({
        impressions: '26,284',
        views: '743',
        viewers: '608',
        currentViewers: '1',
        newFollowers: '5',
        productImpressions: '4,617',
        productClicks: '247',
        gmv: '₫2,607,080',
        orders: '21',
        skuOrders: '37',
        itemsSold: '37',
        addToCarts: '15',
        adsCost: '₫453,230',
      });
  });

  test('leads with GMV and impressions per hour', async () => {
    await expect(panel.locator('.verdict-figure')).toHaveText('₫1,494,504/h');
    const reach = panel.locator('.step[data-step="impressionsPerHour"] .step-yours');
    await expect(reach).toHaveText(/^15,067(?: →|$)/);
  });

  test('says Lower where the comparisons of the answer say so, and nowhere else', async () => {
    const market = new Map(
      benchmarks.market_cmp_data.map(({ stats_type: type, cmp }) => [names[type], Number(cmp)]),
    );
    const earlier = earlierLives();
    expect(earlier).toHaveLength(18);
    const due = Object.keys(comparable).map(
      (id) => `${id}: ${saying(id, captured, earlier, market.get(id))}`,
    );
    expect(due.filter((line) => line.endsWith(': Lower')).length).toBeGreaterThan(8);
    await changeSettings(panel, { versus: 'market' });
    await expect
      .poll(async () =>
        [...(await metricRows(panel))].map(([id, { verdict }]) => `${id}: ${verdict}`).sort(),
      )
      .toEqual(due.sort());
    await changeSettings(panel, { versus: 'usual' });
  });

  test('lists every captured product, best GMV first', async () => {
    const section = panel.getByRole('region', { name: 'Products' });
    await pressKey(panel.getByRole('button', { name: 'Show all 8 products' }));
    const due = products
      .map((product) => ({ ...product, gmv: Number(product.gmv_local.amount) }))
      .sort((a, b) => b.gmv - a.gmv);
    const table = section.getByRole('table');
    const number = (value: number) => value.toLocaleString('en-US');
    const shown = async () =>
      (await cells(table)).map((row) => ({
        name: row[0]?.replace(/pinned$/, ''),
        pinned: row[0]?.endsWith('pinned'),
        impressions: row[3],
        stock: row[6],
      }));
    await expect.poll(shown).toEqual(
      due.map((product) => ({
        name: product.name,
        pinned: product.is_pinned,
        impressions: number(product.exposure_cnt),
        stock: number(product.inventory_left_cnt),
      })),
    );
  });

  test('lists the sources with what is left over', async () => {
    const table = panel.getByRole('region', { name: 'Traffic sources' }).getByRole('table');
    const main = () =>
      table
        .locator('tbody tr:not(.row-detail)')
        .evaluateAll((rows) =>
          rows.map((row) => [row.children[1]?.textContent, row.children[2]?.textContent]),
        );
    const due = sourceNew.data.stats.all_traffic_distribution
      .map(({ main_source: source }) => source)
      .sort((a, b) => b.watch_pv - a.watch_pv);
    expect(due).toHaveLength(7);
    await expect
      .poll(main)
      .toEqual(
        due.map((source) => [
          source.show_pv.toLocaleString('en-US'),
          source.watch_pv.toLocaleString('en-US'),
        ]),
      );
    await panel.getByText('The sources add up to 729 of 743 views').waitFor();
  });

  test('shows the eleven stretches in which a product was pinned', async () => {
    const pins = panel.getByRole('list', { name: 'Pins' }).getByRole('listitem');
    await expect(pins).toHaveCount(11);
    await expect(pins.first()).toHaveText(
      '[Buy 1 get 10 masks] Brightening serum 30ml, 09:04 to 09:17',
    );
    const last = eventTimeline.data.stats.events.at(-1)?.pin_product_event.product_name;
    await expect(pins.last()).toHaveText(`${last}, from 10:43 to the end`);
  });

  test('says once that no pin can be judged, and has the product of its headline in view', async () => {
    const table = panel.getByRole('table', { name: 'How the pins did' });
    await expect(table.getByRole('columnheader')).toHaveText([
      'Product',
      'Pinned',
      'GMV per pinned minute',
      'CTR',
    ]);
    await expect(panel.getByText('Not enough data: too few product taps')).toHaveCount(1);
    await expect(table.getByRole('rowheader').first()).toHaveText(
      '[Buy 1 get 10 masks] Brightening serum 30ml',
    );
  });

  test('asks nothing that the page asked itself', async () => {
    // Of this LIVE no room information was captured, so that the page got no answer.
    const asked = stage.demo.requests
      .list('/api/')
      .filter(({ path }) => !path.endsWith('/room/info'))
      .map(({ path, body }) => `${path} ${body}`);
    expect(asked.length).toBeGreaterThan(6);
    expect(asked).toEqual([...new Set(asked)]);
    const others = stage.demo.requests.list('/api/').filter(({ site }) => site !== 'same-origin');
    expect(others).toEqual([]);
  });
});
