import { describe, expect, it } from 'vitest';
import type { Figures, Origin } from '../figure.ts';
import { money } from '../money.ts';
import { unixMs, unixSeconds } from '../time.ts';
import { completeFigures } from './complete-figures.ts';

const endedAt = unixSeconds(1_781_150_000);
const origin: Origin = { how: 'file', endpoint: 'test', at: unixMs(1_781_200_000_000) };
const scalar = (value: number) => ({ value, origin });
const dong = (amount: string) => ({ money: money(amount, 'VND'), origin });
const around = { length: 7200, endedAt };

describe('completed figures', () => {
  it('have counts from rates, GMV from GMV per hour, and rates from counts, each with its source', () => {
    const figures = completeFigures(
      {
        impressionsPerHour: scalar(5000),
        tapThroughRate: scalar(0.05),
        liveCtr: scalar(0.2),
        ctor: scalar(0.1),
        gmvPerHour: dong('250000.5'),
      },
      around,
    );
    expect(figures).toMatchObject({
      impressions: { value: 10_000, derivedFrom: ['impressionsPerHour', 'duration'] },
      views: { value: 500, derivedFrom: ['impressions', 'tapThroughRate'] },
      productClicks: { value: 100, derivedFrom: ['views', 'liveCtr'] },
      orders: { value: 10, derivedFrom: ['productClicks', 'ctor'] },
      gmv: { money: money('500001', 'VND'), derivedFrom: ['gmvPerHour', 'duration'] },
      aov: { money: money('50000.1', 'VND'), derivedFrom: ['gmv', 'orders'] },
    });
  });

  it('hold no count that rounding leaves open', () => {
    const { productClicks } = completeFigures(
      { views: scalar(743), liveCtr: scalar(0.33) },
      around,
    );
    expect(productClicks).toBeUndefined();
  });

  it('hold nothing per hour of a LIVE whose length is not known', () => {
    const figures: Figures = { impressions: scalar(100), gmvPerHour: dong('5') };
    expect(completeFigures(figures, { endedAt })).toEqual(figures);
    expect(completeFigures(figures, { length: 0, endedAt })).toEqual(figures);
  });

  it('keep what was there, and stay as they are when completed again', () => {
    const figures: Figures = {
      views: scalar(743),
      impressions: scalar(26_284),
      tapThroughRate: scalar(0.5),
      gmv: dong('2607080'),
    };
    const once = completeFigures(figures, around);
    expect(once).toMatchObject(figures);
    expect(completeFigures(once, around)).toEqual(once);
  });
});
