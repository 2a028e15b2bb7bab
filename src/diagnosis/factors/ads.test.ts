import { describe, expect, it } from 'vitest';
import { ads } from './ads.ts';
import { fixtureInput, fixtureSession } from './fixture.ts';

const live = (adsCost: number, adsRoi: number) =>
  fixtureSession({ currency: 'USD', values: { adsCost, adsRoi, aov: 10, gmv: 2000, orders: 200 } });

describe('ads', () => {
  it('finds a gap where ads brought less than they cost', () => {
    expect(ads.evaluate(fixtureInput(live(500, 0.5)))).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_ads_seen', values: { brought: { money: { amount: '250' } } } },
    });
  });

  it('finds a gap below the benchmark', () => {
    const outcome = ads.evaluate(fixtureInput(live(500, 2), { adsRoi: { benchmark: 6 } }));
    expect(outcome).toMatchObject({ state: 'gap', seen: { key: 'factor_ads_seenAgainst' } });
  });

  it('is fine where ads pay, or where there were none', () => {
    expect(ads.evaluate(fixtureInput(live(100, 6)))).toMatchObject({ state: 'fine' });
    const none = fixtureSession({ currency: 'USD', values: { adsCost: 0 } });
    expect(ads.evaluate(fixtureInput(none))).toMatchObject({
      state: 'fine',
      brief: { key: 'factor_ads_briefNone' },
    });
  });

  it('says in money what came back, of a thousand where the currency has no fraction', () => {
    const brief = (currency: string) =>
      ads.evaluate(
        fixtureInput(
          fixtureSession({
            currency,
            values: { adsCost: 100_000, adsRoi: 2.66, aov: 10, gmv: 900_000, orders: 90_000 },
          }),
        ),
      );
    expect(brief('USD')).toMatchObject({
      brief: { values: { back: { money: { amount: '2.66' } }, spent: { money: { amount: '1' } } } },
    });
    expect(brief('VND')).toMatchObject({
      brief: {
        values: { back: { money: { amount: '2660' } }, spent: { money: { amount: '1000' } } },
      },
    });
  });

  it('asks for more orders before it judges a small spend', () => {
    expect(ads.evaluate(fixtureInput(live(20, 0.5)))).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreOrders', values: { count: { value: 8 } } },
    });
  });

  it('does not take a missing cost for none', () => {
    expect(ads.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
  });
});
