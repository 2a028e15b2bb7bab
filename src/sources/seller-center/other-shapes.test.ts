import { describe, expect, it } from 'vitest';
import { emptySession, mergePart } from '../../metrics/merge.ts';
import { derive } from './derive.ts';
import { at, paths, read, room } from './fixtures/captured.ts';

const dong = (amount: string) => ({ amount_formatted: `${amount}₫`, amount, currency_code: 'VND' });

describe('a room whose answer has another shape', () => {
  /** As third parties saw a second room: no own comparison, ROI as text, CTR under another name. */
  const data = {
    stats: {
      client_show_cnt: 101_688,
      watch_pv: 2976,
      product_view_cnt: 25_157,
      product_reach_cnt: 1275,
      product_click_through_rate: '0.050682',
      click_through_rate: '0.428427',
      ads_gmv_max_roi: '5.250000',
      avg_watching_time: 48,
      gmv_local: dong('12345678'),
    },
    stats_benchmark_data: { market_cmp_data: [{ stats_type: 315, cmp: '0.250000' }] },
  };
  const [part] = read(paths.coreStats, data, {
    request: { stats_types: [23, 20, 130, 72, 331, -2] },
  });

  it('is read all the same', () => {
    const figures = part?.figures;
    expect(figures?.productCtr?.value).toBe(0.050682);
    expect(figures?.liveCtr?.value).toBe(0.428427);
    expect(figures?.adsRoi?.value).toBe(5.25);
    expect(figures?.averageViewDurationPerViewer?.value).toBe(48);
    expect(part?.comparisons).toEqual({ market: { shareRate: { difference: 0.25 } }, own: {} });
    expect(part?.room).toEqual({ id: room });
  });

  it('says what was asked for and not answered', () => {
    expect(part?.gaps).toEqual([{ endpoint: 'core/stats', field: 'likes', reason: 'absent' }]);
  });

  it('derives from its counts without contradiction', () => {
    const session = derive(mergePart(emptySession(room), part ?? { room: { id: room } }));
    expect(session.figures.tapThroughRate?.value).toBeCloseTo(2976 / 101_688, 12);
    expect(session.gaps.filter(({ reason }) => reason === 'contradicts')).toEqual([]);
  });
});

describe('product/list with all its fields', () => {
  const row = { id: '1733000000000000001', exposure_cnt: 1000, total_click_cnt: 100 };

  it('keeps orders, SKU orders and items apart', () => {
    const stats = [
      {
        ...row,
        paid_main_order_cnt: 10,
        paid_order_cnt: 15,
        sales: 17,
        click_order_rate: '0.150000',
      },
    ];
    const [part] = read(paths.productList, { segments: [{ stats }] });
    const [product] = part?.products ?? [];
    expect(product).toMatchObject({ orders: 10, skuOrders: 15, itemsSold: 17, ctorSku: 0.15 });
    expect(product?.ctor).toBeUndefined();
  });

  it('leaves sales unknown where nothing tells what they count', () => {
    const [part] = read(paths.productList, { segments: [{ stats: [{ ...row, sales: 17 }] }] });
    expect(part?.products?.[0]).not.toHaveProperty('orders');
    expect(part?.products?.[0]).not.toHaveProperty('itemsSold');
    expect(part?.gaps).toMatchObject([{ field: 'sales', reason: 'contradicts' }]);
  });
});

describe('trend/chart with other series', () => {
  it('reads money or value, whichever is there, and knows nothing of unknown ids', () => {
    const point = { key: '1781143200' };
    const data = {
      granularity: 15,
      trend_data: [
        { stats_type: 401, data: [{ ...point, amount: dong('99000') }] },
        { stats_type: 91, data: [{ ...point, value: '1234.5' }] },
        { stats_type: 14, data: [{ ...point, value: '0.25' }, { key: '1781144100' }] },
        { stats_type: 999, data: [{ ...point, value: '1' }] },
      ],
    };
    const [part] = read(paths.trendChart, data);
    expect(part?.timeline).toEqual({
      interval: 900,
      series: [
        { metric: 'aov', kind: 'rate', currency: 'VND', points: [[1_781_143_200, 99_000]] },
        { metric: 'watchGpm', kind: 'rate', points: [[1_781_143_200, 1234.5]] },
        { metric: 'liveCtr', kind: 'rate', points: [[1_781_143_200, 0.25]] },
      ],
    });
  });
});

describe('trend/chart with a granularity that can’t be', () => {
  const series = {
    stats_type: 20,
    data: [0, 300, 900].map((at) => ({ key: `${1_781_143_200 + at}`, value: '1' })),
  };

  it.each([1e307, '999999', 'many'])(
    'goes by its points where it says %s, and says so',
    (granularity) => {
      const [part] = read(paths.trendChart, { granularity, trend_data: [series] });
      expect(part?.timeline?.interval).toBe(300);
      expect(part?.gaps).toMatchObject([{ field: 'granularity', reason: 'malformed' }]);
    },
  );

  it('is read however many points it has', () => {
    const data = Array.from({ length: 150_000 }, (_, at) => ({
      key: 1_781_143_200 + at,
      value: 1,
    }));
    const [part] = read(paths.trendChart, { trend_data: [{ stats_type: 20, data }] });
    expect(part?.timeline?.interval).toBe(1);
  });
});

describe('the room list', () => {
  const row = {
    live_id: '7649951805363391253',
    live_name: 'Masks and serum sale',
    creator_handle: 'examplecosmetics',
    start_timestamp: 1_781_143_239,
    end_timestamp: '1781149519',
    duration: 6280,
    revenue: dong('2607080'),
    product_views_cnt: 4617,
    local_ctr_rate: '0.332436',
    local_views_cnt: 743,
  };
  const parts = read(paths.roomList, {
    segments: [{ timed_lists: [{ stats: [row, { live_name: 'no id' }] }] }],
  });

  it('gives a part a room, as a summary', () => {
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({
      room: {
        id: room,
        title: 'Masks and serum sale',
        creator: { handle: 'examplecosmetics' },
        accountHandle: 'examplecosmetics',
        startedAt: 1_781_143_239,
        endedAt: 1_781_149_519,
        duration: 6280,
        status: 'ended',
      },
      figures: {
        gmv: { money: { amount: '2607080', currency: 'VND' }, origin: { summary: true, at } },
        views: { value: 743 },
        productImpressions: { value: 4617 },
      },
    });
  });

  it('leaves a CTR unread that does not say by what it is divided', () => {
    expect(parts[0]?.figures?.liveCtr).toBeUndefined();
    expect(parts[0]?.figures?.productCtr).toBeUndefined();
    expect(parts[0]?.gaps).toEqual([
      { endpoint: 'live/list', field: 'local_ctr_rate', reason: 'contradicts' },
    ]);
  });

  it('takes a LIVE without an end for one that may still run', () => {
    const { end_timestamp: _, ...running } = row;
    const [part] = read(paths.roomList, { segments: [{ timed_lists: [{ stats: [running] }] }] });
    expect(part?.room.endedAt ?? part?.room.status).toBeUndefined();
  });

  it('says of a LIVE that it runs where it has no end and lasted until the answer', () => {
    const { end_timestamp: _, ...open } = row;
    const statusOf = (ago: number) => {
      const started = { ...open, start_timestamp: Math.floor(at / 1000) - row.duration - ago };
      const [part] = read(paths.roomList, { segments: [{ timed_lists: [{ stats: [started] }] }] });
      return part?.room.status;
    };
    expect(statusOf(0)).toBe('live');
    expect(statusOf(60)).toBe('live');
    expect(statusOf(600)).toBeUndefined();
  });
});

describe('violations, whose shape is unverified', () => {
  it('are read by likely names', () => {
    const path = '/api/v1/insights/seller/shop/live/diagnosis/violation/list';
    const [part] = read(path, {
      violations: [
        { violation_reason: 'Static content', time: 1_781_143_300, penalty: 'Warning' },
        {},
      ],
    });
    expect(part?.violations).toEqual([
      { reason: 'Static content', at: 1_781_143_300, consequence: 'Warning' },
    ]);
    expect(part?.gaps).toMatchObject([{ field: 'violations', reason: 'malformed' }]);
    expect(read(path, { something: [] })).toEqual([]);
  });

  it('are found among events of other types', () => {
    const events = [
      {
        event_type: 7,
        start_timestamp: 1_781_143_400,
        violation_event: { reason: 'Off-platform' },
      },
      { event_type: 3, start_timestamp: 1_781_143_500, coupon_event: { reason: 'x' } },
    ];
    const [part] = read(paths.eventTimeline, { stats: { events } });
    expect(part?.violations).toEqual([{ reason: 'Off-platform', at: 1_781_143_400 }]);
    expect(part?.pins).toEqual([]);
  });
});
