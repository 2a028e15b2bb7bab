import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../diagnosis/benchmark/history.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { metricIds } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { derive } from './derive.ts';
import { at, capturedSession } from './fixtures/captured.ts';

const origin = { how: 'fetched', endpoint: 'core/stats', at } as const;
const scalar = (value: number) => ({ value, origin });
const session = capturedSession();
const derived = derive(session);
const value = (figures: Figures, id: (typeof metricIds)[number]): number =>
  numberOf(figures, id) ?? Number.NaN;

function withFigures(figures: Figures): Session {
  return { ...session, figures, comparisons: { market: {}, own: {} }, gaps: [] };
}

describe('counts behind the captured rates', () => {
  it.each([
    ['impressions', 26_284],
    ['productClicks', 247],
    ['productImpressions', 4617],
    ['skuOrders', 37],
  ] as const)('%s are %d, marked as worked out', (id, count) => {
    expect(derived.figures[id]?.value).toBe(count);
    expect(derived.figures[id]?.derivedFrom?.length).toBeGreaterThan(0);
  });

  it('agree with the clicks and orders of the products', () => {
    const sum = (field: 'clicks' | 'orders' | 'impressions') =>
      derived.products?.reduce((total, product) => total + (product[field] ?? 0), 0);
    expect(sum('clicks')).toBe(247);
    expect(sum('orders')).toBe(21);
    expect(sum('impressions')).toBe(4619);
    expect(derived.products?.[0]?.derived).toEqual(['clicks']);
  });

  it('keep every reported figure as it was', () => {
    for (const id of metricIds) {
      if (session.figures[id] !== undefined)
        expect(derived.figures[id]).toEqual(session.figures[id]);
    }
  });

  it('give CTOR on orders apart from CTOR on SKU orders', () => {
    expect(derived.figures.ctor).toMatchObject({
      value: 21 / 247,
      derivedFrom: ['orders', 'productClicks'],
    });
    expect(derived.figures.ctorSku).toEqual(session.figures.ctorSku);
  });

  it('give the other rates of the catalogue', () => {
    expect(derived.figures.viewsPerViewer?.value).toBeCloseTo(743 / 608, 12);
    expect(derived.figures.skuOrdersPerOrder?.value).toBeCloseTo(37 / 21, 12);
    expect(derived.figures.itemsPerOrder?.value).toBeCloseTo(37 / 21, 12);
    expect(Number(derived.figures.showGpm?.money.amount)).toBeCloseTo(99_188.86, 1);
    expect(Number(derived.figures.watchGpm?.money.amount)).toBeCloseTo(3_508_856.0, 0);
    expect(derived.figures.likes).toBeUndefined();
    expect(derived.figures.paymentRate).toBeUndefined();
  });

  it('sum the add-to-carts of the products where their clicks are those of the room', () => {
    expect(derived.figures.addToCarts).toMatchObject({ value: 15, derivedFrom: ['products'] });
    expect(derived.figures.addToCartRate?.value).toBeCloseTo(15 / 247, 12);
    const some = { ...session, products: session.products?.slice(1) ?? [] };
    expect(derive(some).figures.addToCarts).toBeUndefined();
  });

  it('note the follow rate, which rests on 729 views and not on 743', () => {
    expect(derived.gaps).toEqual([
      { endpoint: 'core/stats', field: 'followRate', reason: 'contradicts' },
    ]);
  });
});

describe('nineteen real LIVEs', () => {
  const past = historyOf(session, []);
  const exact = Object.fromEntries(
    Object.entries(session.comparisons.own).map(([id, { current }]) => [id, current ?? Number.NaN]),
  );
  const lives = [
    ...past.map(({ startedAt, endedAt, figures }) => ({
      hours: (endedAt - startedAt) / 3600,
      of: (id: (typeof metricIds)[number]) => value(figures, id),
    })),
    {
      hours: 6280 / 3600,
      of: (id: (typeof metricIds)[number]) => exact[id] ?? value(derived.figures, id),
    },
  ];
  const relative = (a: number, b: number): number => Math.abs(a / b - 1);

  it('are the eighteen before and the captured one', () => {
    expect(past).toHaveLength(18);
    expect(past.at(-1)?.startedAt).toBe(1_779_944_697);
    expect(past.every(({ currency }) => currency === 'VND')).toBe(true);
  });

  it.each(lives.map((live, index) => ({ live, index })))(
    '$index fulfils every identity',
    ({ live: { hours, of } }) => {
      expect(Math.abs(of('impressions') - of('impressionsPerHour') * hours)).toBeLessThan(1e-5);
      expect(relative(of('impressions') * of('tapThroughRate'), of('views'))).toBeLessThan(2.5e-5);
      expect(relative(of('liveCtr') * of('ctorSku'), of('orderRateSku'))).toBeLessThan(1e-5);
      expect(relative(of('gmv') / hours, of('gmvPerHour'))).toBeLessThan(1e-12);
      expect(relative(of('gmv') / of('orders'), of('aov'))).toBeLessThan(3e-9);
      expect(Math.abs(of('orderRateSku') * of('views') - of('skuOrders'))).toBeLessThan(0.003);
      const product =
        of('impressionsPerHour') * of('tapThroughRate') * of('liveCtr') * of('ctor') * of('aov');
      expect(relative(product, of('gmvPerHour'))).toBeLessThan(2.5e-5);
      const showGpm = of('watchGpm') * of('tapThroughRate');
      expect(relative(showGpm, of('showGpm'))).toBeLessThan(2.5e-5);
    },
  );

  it('have follow rates over their views, but for the captured one', () => {
    const off = lives.filter(
      ({ of }) => relative(of('newFollowers') / of('views'), of('followRate')) > 2e-4,
    );
    expect(off).toEqual([lives.at(-1)]);
  });
});

describe('which CTR is which', () => {
  const counts = {
    views: scalar(2976),
    productClicks: scalar(1275),
    productImpressions: scalar(25_157),
  };

  it('is left as it is named when its counts agree', () => {
    const figures = { ...counts, liveCtr: scalar(0.428427), productCtr: scalar(0.050682) };
    const { figures: after, gaps } = derive(withFigures(figures));
    expect(after.liveCtr).toEqual(figures.liveCtr);
    expect(after.productCtr).toEqual(figures.productCtr);
    expect(gaps).toEqual([]);
  });

  it('is set right by counts where it stands under the wrong name', () => {
    const { figures, gaps } = derive(withFigures({ ...counts, liveCtr: scalar(0.050682) }));
    expect(figures.productCtr).toEqual(scalar(0.050682));
    expect(figures.liveCtr?.value).toBeCloseTo(1275 / 2976, 12);
    expect(figures.liveCtr?.derivedFrom).toEqual(['productClicks', 'views']);
    expect(gaps).toEqual([{ endpoint: 'core/stats', field: 'liveCtr', reason: 'contradicts' }]);
  });

  it.each([0.406, 0.3994])(
    'is noted where it is near its counts, yet not by rounding: %d',
    (off) => {
      const fortyPercent = { views: scalar(500), productClicks: scalar(200), liveCtr: scalar(off) };
      expect(derive(withFigures(fortyPercent)).gaps).toEqual([
        { endpoint: 'core/stats', field: 'liveCtr', reason: 'contradicts' },
      ]);
    },
  );

  it('is noted where it is neither', () => {
    const { figures, gaps } = derive(withFigures({ ...counts, productCtr: scalar(0.049) }));
    expect(figures.productCtr).toEqual(scalar(0.049));
    expect(gaps).toEqual([{ endpoint: 'core/stats', field: 'productCtr', reason: 'contradicts' }]);
  });

  it('is not judged by counts of an older answer', () => {
    const older = { ...origin, at: unixMs(at - 3_600_000) };
    const figures: Figures = {
      views: scalar(3500),
      productClicks: { value: 1000, origin: older },
      liveCtr: scalar(0.43),
    };
    expect(derive(withFigures(figures)).gaps).toEqual([]);
  });
});

describe('what is not known', () => {
  it('stays absent, and a rate of nothing too', () => {
    const { figures } = derive(withFigures({ views: scalar(0), productClicks: scalar(0) }));
    expect(figures.liveCtr).toBeUndefined();
    expect(Object.keys(figures).sort()).toEqual(['productClicks', 'views']);
  });

  it('is not put together from two times of a running LIVE', () => {
    const older = { ...origin, at: unixMs(at - 3_600_000) };
    const running = withFigures({
      gmv: { money: money('1000', 'VND'), origin },
      views: { value: 100, origin: older },
    });
    const { endedAt: _, ...room } = running.room;
    const live = { ...room, status: 'live' } as const;
    expect(derive({ ...running, room: live }).figures.watchGpm).toBeUndefined();
  });

  it('takes a running LIVE for as long as it was when its figures were read', () => {
    const startedAt = unixSeconds(at / 1000 - 7200);
    const figures: Figures = { gmv: { money: money('1000', 'VND'), origin } };
    const running: Session = {
      ...withFigures(figures),
      room: { id: session.room.id, status: 'live', startedAt, duration: seconds(3600) },
      origins: { figures: origin, room: { ...origin, at: unixMs(at - 3_600_000) } },
    };
    expect(derive(running).figures.gmvPerHour?.money.amount).toBe('500');
    const fresh = { ...running, origins: { figures: origin, room: origin } };
    expect(derive(fresh).figures.gmvPerHour?.money.amount).toBe('1000');
  });

  it('comes per hour of the time from start to end, as TikTok’s own do, where another length is told too', () => {
    const figures: Figures = { gmv: { money: money('7200', 'VND'), origin } };
    const startedAt = unixSeconds(at / 1000 - 90_000);
    const times = { startedAt, endedAt: unixSeconds(startedAt + 7_200), duration: seconds(6_000) };
    const live = { ...withFigures(figures), room: { ...session.room, ...times } };
    expect(derive(live).figures.gmvPerHour?.money.amount).toBe('3600');
  });

  it('is diagnosed per hour of the same time as the figures are worked out by', () => {
    const startedAt = unixSeconds(at / 1000 - 7200);
    const figures: Figures = { ...session.figures, impressions: scalar(20_000) };
    delete figures.impressionsPerHour;
    const running: Session = {
      ...withFigures(figures),
      room: { id: session.room.id, status: 'live', startedAt, duration: seconds(3600) },
      origins: { figures: origin, room: { ...origin, at: unixMs(at - 3_600_000) } },
    };
    const live = derive(running);
    const line = (value: number) => ({ kind: 'line', value }) as const;
    const { gap } = diagnose({
      session: live,
      benchmark: {
        basis: 'market',
        metrics: {
          impressionsPerHour: line(9_000),
          tapThroughRate: line(0.05),
          liveCtr: line(0.3),
          ctor: line(0.1),
          aov: line(100_000),
        },
      },
      history: [],
    });
    const step = gap.state === 'split' ? gap.steps[0] : undefined;
    expect(value(live.figures, 'impressionsPerHour')).toBe(10_000);
    expect(step?.id).toBe('impressionsPerHour');
    expect(step?.yours).toBe(10_000);
  });

  it('gives no count from rates of two snapshots', () => {
    const figures = { views: scalar(743), followRate: scalar(0.006859) };
    expect(derive(withFigures(figures)).figures.newFollowers).toBeUndefined();
  });

  it('follows from the length for a LIVE whose start is not known', () => {
    const { startedAt: _, ...room } = session.room;
    expect(derive({ ...session, room }).room.startedAt).toBe(1_781_143_239);
    const { duration: __, ...unmeasured } = session.room;
    expect(derive({ ...session, room: unmeasured }).room.duration).toBe(6280);
    expect(derive({ ...session, room: { id: session.room.id } }).room).toEqual({
      id: session.room.id,
    });
  });
});

describe('deriving again', () => {
  const subset = fc.subarray(metricIds.filter((id) => session.figures[id] !== undefined));

  it('changes nothing, whatever was reported', () => {
    fc.assert(
      fc.property(subset, fc.boolean(), (kept, own) => {
        const figures: Figures = { ...session.figures };
        for (const id of metricIds) if (!kept.includes(id)) delete figures[id];
        const start: Session = own ? { ...session, figures } : withFigures(figures);
        const once = derive(start);
        expect(derive(once)).toEqual(once);
        for (const id of kept) expect(once.figures[id]).toEqual(session.figures[id]);
        for (const id of metricIds) expect(numberOf(once.figures, id)).not.toBe(0);
      }),
    );
  });

  it('works out anew what newer figures change', () => {
    const newer = { ...derived, figures: { ...derived.figures, orders: scalar(22) } };
    expect(derive(newer).figures.ctor?.value).toBe(22 / 247);
    expect(derive(newer).gaps).toContainEqual({
      endpoint: 'core/stats',
      field: 'aov',
      reason: 'contradicts',
    });
  });
});

it('an end before the start gives no length', () => {
  const room = { id: session.room.id, startedAt: unixSeconds(20), endedAt: unixSeconds(10) };
  expect(derive({ ...session, room }).room).toEqual(room);
});
