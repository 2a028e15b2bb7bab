import { describe, expect, it } from 'vitest';
import { hoursOf } from '../../metrics/live/length.ts';
import { amountOf } from '../../metrics/money.ts';
import { historyOf } from '../benchmark/history.ts';
import { capturedLive, dong, origin, scalar } from '../fixtures/captured.ts';
import { stepIds } from '../report.ts';
import { type Funnel, funnelOf } from './funnel.ts';
import { usualKind } from './funnel-kind.ts';

const product = ({ steps }: Funnel): number =>
  stepIds.reduce((total, id) => total * (steps[id] ?? Number.NaN), 1);

describe('the funnel', () => {
  it('of the captured LIVE reproduces its GMV per hour', () => {
    const { figures, room } = capturedLive();
    const funnel = funnelOf(figures, hoursOf(room));
    expect(Math.abs(product(funnel) / 1494504.447134 - 1)).toBeLessThan(2e-5);
    expect(funnel.steps.ctor).toBeCloseTo(21 / 247, 6);
    expect(funnel.missing).toEqual([]);
  });

  it('of the six-decimal figures is the worked vector', () => {
    const funnel = funnelOf({
      impressionsPerHour: scalar(15067.261146),
      tapThroughRate: scalar(0.028268),
      liveCtr: scalar(0.332436),
      orders: scalar(21),
      productClicks: scalar(247),
      aov: dong('124146.665925'),
    });
    expect(product(funnel).toFixed(2)).toBe('1494496.31');
  });

  it('of each earlier LIVE reproduces its GMV per hour', () => {
    const lives = historyOf(capturedLive(), []);
    expect(lives).toHaveLength(18);
    for (const { figures } of lives) {
      const reported = figures.gmvPerHour;
      const value = reported === undefined ? Number.NaN : amountOf(reported.money);
      expect(Math.abs(product(funnelOf(figures)) / value - 1)).toBeLessThan(2e-5);
    }
  });

  it('takes counts before rates, recovered ones included', () => {
    const rate = { tapThroughRate: scalar(0.03), impressions: scalar(1000) };
    expect(funnelOf({ ...rate, views: scalar(31) }).steps.tapThroughRate).toBe(0.031);
    const recovered = { value: 31, origin, derivedFrom: ['a rate'] };
    expect(funnelOf({ ...rate, views: recovered }).steps.tapThroughRate).toBe(0.031);
    expect(funnelOf(rate, 2).steps).toEqual({ impressionsPerHour: 500, tapThroughRate: 0.03 });
  });

  it('rests on SKU orders where those alone are known, and never puts them in the place of orders', () => {
    const funnel = funnelOf({
      productClicks: scalar(100),
      skuOrders: scalar(15),
      ctorSku: scalar(0.15),
      skuAov: dong('50000'),
      gmv: dong('750000'),
    });
    expect(funnel.kind).toEqual({ orders: 'sku', basis: 'attributed' });
    expect(funnel.steps).toEqual({ ctor: 0.15, aov: 50_000 });
    const main = funnelOf(
      {
        productClicks: scalar(100),
        skuOrders: scalar(15),
        ctorSku: scalar(0.15),
        gmv: dong('750000'),
      },
      undefined,
      usualKind,
    );
    expect(main.steps).toEqual({});
    expect(main.missing).toEqual([...stepIds]);
  });

  it('works CTOR out from orders, views and LIVE CTR', () => {
    const { steps } = funnelOf({
      orders: scalar(21),
      views: scalar(743),
      liveCtr: scalar(0.332436),
    });
    expect(steps.ctor).toBeCloseTo(21 / 247, 6);
  });

  it('goes on at zero after a step where nothing came through', () => {
    const funnel = funnelOf(
      { impressions: scalar(900), views: scalar(40), productClicks: scalar(8), orders: scalar(0) },
      1,
    );
    expect(funnel.steps).toMatchObject({ liveCtr: 0.2, ctor: 0, aov: 0 });
    expect(funnel.missing).toEqual([]);
  });

  it('takes net refunds as a negative AOV and other negative figures as missing', () => {
    const { steps } = funnelOf({ gmv: dong('-500'), orders: scalar(5), liveCtr: scalar(-0.1) });
    expect(steps).toEqual({ aov: -100 });
  });
});
