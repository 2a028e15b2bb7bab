import { describe, expect, it } from 'vitest';
import type { Figures } from '../figure.ts';
import { money } from '../money.ts';
import { seconds, unixMs } from '../time.ts';
import { isNotSelling, isStub } from './unusual.ts';

const origin = { how: 'file', endpoint: 'test', at: unixMs(0) } as const;
const count = (value: number) => ({ value, origin });
const figures = (gmv: string, clicks: number, shown: number, views: number): Figures => ({
  gmv: { money: money(gmv, 'THB'), origin },
  productClicks: count(clicks),
  productImpressions: count(shown),
  views: count(views),
});

describe('a stub', () => {
  it('is a LIVE of minutes among LIVEs of hours', () => {
    expect(isStub(seconds(776), () => 7_200)).toBe(true);
    expect(isStub(seconds(182), () => 10_558)).toBe(true);
  });

  it('is no LIVE of an account that always streams so shortly, nor one of a quarter of an hour', () => {
    expect(isStub(seconds(776), () => 900)).toBe(false);
    expect(isStub(seconds(900), () => 14_400)).toBe(false);
  });

  it('is not told where a length is missing', () => {
    expect(isStub(undefined, () => 7_200)).toBe(false);
    expect(isStub(seconds(776), () => undefined)).toBe(false);
  });
});

describe('a LIVE with one of our products left in it', () => {
  it('sold nothing, and showed hardly a product to its many viewers', () => {
    expect(isNotSelling(figures('0', 0, 89, 12_000))).toBe(true);
  });

  it('is no LIVE that sells badly: that has product impressions and clicks', () => {
    expect(isNotSelling(figures('0', 0, 9_000, 2_000))).toBe(false);
    expect(isNotSelling(figures('0', 3, 89, 12_000))).toBe(false);
    expect(isNotSelling(figures('120', 0, 89, 12_000))).toBe(false);
    expect(isNotSelling(figures('0', 0, 0, 40))).toBe(false);
  });

  it('is not told where a figure is missing', () => {
    const { productImpressions: _, ...rest } = figures('0', 0, 89, 12_000);
    expect(isNotSelling(rest)).toBe(false);
  });
});
