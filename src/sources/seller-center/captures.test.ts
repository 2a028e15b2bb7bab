import { describe, expect, it } from 'vitest';
import { isMoneyMetric, type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { at, capturedSession, paths, read, room } from './fixtures/captured.ts';
import coreStats from './fixtures/core-stats.json' with { type: 'json' };
import requests from './fixtures/requests.json' with { type: 'json' };
import trendChart from './fixtures/trend-chart.json' with { type: 'json' };

const vnd = (amount: string) => ({ amount, currency: 'VND' });

describe('core/stats of the captured LIVE', () => {
  const [part] = read(paths.coreStats, coreStats.data, requests['core-stats']);

  it('is read figure by figure', () => {
    const figures = part?.figures ?? {};
    const origin = { how: 'fetched', endpoint: 'core/stats', at };
    const expected = {
      gmv: vnd('2607080'),
      itemsSold: 37,
      currentViewers: 1,
      liveCtr: 0.332436,
      ctorSku: 0.149798,
      aov: vnd('124147'),
      viewers: 608,
      views: 743,
      averageViewDurationPerView: 23.139973,
      newFollowers: 5,
      productCtr: 0.053498,
      adsCost: vnd('453230'),
      adsRoi: 6.021188734030197,
      impressionsPerHour: 15067,
      followRate: 0.006859,
      orderRateSku: 0.049798,
      gmvPerHour: vnd('1494504'),
      tapThroughRate: 0.028268,
      tapThroughRatePreview: 0.022541,
      orders: 21,
    };
    expect(figures).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([id, value]) => [
          id,
          typeof value === 'number' ? { value, origin } : { money: value, origin },
        ]),
      ),
    );
  });

  it('is in dong, and says when the LIVE ran', () => {
    expect(part?.currency).toBe('VND');
    expect(part?.room).toEqual({
      id: room,
      startedAt: 1_781_143_239,
      endedAt: 1_781_149_519,
      duration: 6280,
    });
  });

  it('leaves out what was not answered', () => {
    for (const id of ['impressions', 'productClicks', 'skuOrders', 'ctor', 'likes'] as const) {
      expect(part?.figures?.[id]).toBeUndefined();
    }
    expect(part?.gaps).toEqual([]);
  });

  it('keeps the market comparison of three metrics', () => {
    expect(part?.comparisons?.market).toEqual({
      tapThroughRate: { difference: -0.617417 },
      aov: { difference: -0.402318 },
      tapThroughRatePreview: { difference: -0.15598 },
    });
  });

  const statsTypes: Readonly<Record<number, MetricId>> = {
    20: 'views',
    310: 'impressionsPerHour',
    313: 'followRate',
    332: 'tapThroughRatePreview',
    330: 'tapThroughRate',
    10: 'liveCtr',
    15: 'aov',
    62: 'newFollowers',
    11: 'ctorSku',
    323: 'orderRateSku',
    344: 'orders',
    325: 'gmvPerHour',
    3: 'gmv',
    2: 'itemsSold',
    18: 'viewers',
  };

  it.each(coreStats.data.stats_benchmark_data.self_cmp_data)(
    'keeps the own comparison $stats_type with its 18 earlier LIVEs',
    (entry) => {
      expect(entry.past_live_values).toHaveLength(18);
      expect(part?.comparisons?.own[statsTypes[entry.stats_type] ?? '']).toEqual({
        median: Number(entry.median),
        difference: Number(entry.cmp),
        current: Number(entry.current_live_value.value),
        past: entry.past_live_values.map((live) => ({
          startedAt: live.start_ts,
          endedAt: live.end_ts,
          value: Number(live.value),
        })),
      });
    },
  );

  it('keeps no own comparison but those fifteen', () => {
    const kept = Object.keys(part?.comparisons?.own ?? {});
    expect(kept.sort()).toEqual(Object.values(statsTypes).sort());
  });
});

describe('trend/chart of the captured LIVE', () => {
  const [part] = read(paths.trendChart, trendChart.data);
  const [viewers, gmv] = part?.timeline?.series ?? [];

  it('has 22 intervals of five minutes', () => {
    expect(part?.timeline?.interval).toBe(300);
    expect(viewers?.points).toHaveLength(22);
    expect(gmv?.points).toHaveLength(22);
    expect(viewers?.points[0]).toEqual([1_781_143_200, 2]);
  });

  it('reads every point of the viewers as a level', () => {
    expect(viewers).toMatchObject({ metric: 'concurrentViewers', kind: 'level' });
    expect(viewers?.points).toEqual(
      trendChart.data.trend_data[0]?.data.map((bucket) => [
        Number(bucket.key),
        'value' in bucket ? Number(bucket.value) : undefined,
      ]),
    );
    expect(viewers?.points.reduce((sum, [, value]) => sum + value, 0)).toBe(161);
  });

  it('reads every point of the GMV as an amount, which adds up to the LIVE', () => {
    expect(gmv).toMatchObject({ metric: 'gmv', kind: 'amount', currency: 'VND' });
    expect(gmv?.points).toEqual(
      trendChart.data.trend_data[1]?.data.map((bucket) => [
        Number(bucket.key),
        'amount' in bucket ? Number(bucket.amount.amount) : undefined,
      ]),
    );
    expect(gmv?.points.reduce((sum, [, value]) => sum + value, 0)).toBe(2_607_080);
  });

  it('writes the zone as IANA does', () => {
    expect(part?.room.zone).toEqual({ offset: 25_200, name: 'Asia/Ho_Chi_Minh' });
  });
});

it('no captured figure is read as another kind than its metric', () => {
  const { figures } = capturedSession();
  for (const id of metricIds) {
    const figure = figures[id];
    if (figure !== undefined) expect('money' in figure).toBe(isMoneyMetric(id));
  }
});
