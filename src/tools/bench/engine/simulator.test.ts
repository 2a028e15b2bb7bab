import { describe, expect, it } from 'vitest';
import { type Random, randomOf } from '../../../sources/sample/random.ts';
import { assumptions } from './assumptions.ts';
import { clusterVariance, countByInterval, countWhole, intervalsIn } from './counts.ts';
import { drawFaults, keptOverall } from './faults.ts';
import { drawRoom } from './room.ts';
import { benchmarkOf, drawShop, drawUsual, type Shop } from './shop.ts';
import { eachStep, listOf, type StepValues, stepNames } from './steps.ts';

const many = <T>(n: number, draw: (random: Random) => T): T[] => {
  const random = randomOf('simulator test');
  return Array.from({ length: n }, () => draw(random));
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]): number => {
  const [middleA, middleB] = [mean(a), mean(b)];
  return mean(a.map((value, k) => (value - middleA) * ((b[k] ?? Number.NaN) - middleB)));
};
const spread = (values: readonly number[]): number => Math.sqrt(covariance(values, values));

const [profile] = assumptions.profiles.value;
if (profile === undefined) throw new Error('no profile');
const shop: Shop = { profile, level: profile.median };
const flat: StepValues = {
  impressionsPerHour: 20_000,
  tapThroughRate: 0.05,
  liveCtr: 0.3,
  ctor: 0.1,
  aov: 40,
};

describe('the LIVEs of a shop', () => {
  const rooms = many(6000, (random) => drawUsual(random, shop));
  const ln = (step: keyof StepValues): number[] => rooms.map((room) => Math.log(room[step]));

  it('spread around its level as assumed', () => {
    for (const step of stepNames) {
      expect(spread(ln(step)) / assumptions.roomSpread.value[step]).toBeCloseTo(1, 1);
      expect(Math.abs(mean(ln(step)) - Math.log(shop.level[step]))).toBeLessThan(0.02);
    }
  });

  it('move together as assumed', () => {
    stepNames.forEach((a, row) => {
      stepNames.forEach((b, column) => {
        const found = covariance(ln(a), ln(b)) / (spread(ln(a)) * spread(ln(b)));
        const assumed = assumptions.roomCorrelations.value[row]?.[column] ?? Number.NaN;
        expect(Math.abs(found - assumed)).toBeLessThan(0.05);
      });
    });
  });
});

describe('the shops of a kind', () => {
  it('spread around their category as assumed, and the benchmark is the mean of their LIVEs', () => {
    const lives = many(40_000, (random) => {
      const drawn = drawShop(random);
      return { drawn, usual: drawUsual(random, drawn) };
    }).filter(({ drawn }) => drawn.profile === profile);
    expect(lives.length / 40_000).toBeCloseTo(0.5, 1);
    for (const step of stepNames) {
      const levels = lives.map(({ drawn }) => Math.log(drawn.level[step]));
      expect(spread(levels) / assumptions.shopSpread.value[step]).toBeCloseTo(1, 1);
      const average = mean(lives.map(({ usual }) => usual[step]));
      expect(average / benchmarkOf(profile)[step]).toBeCloseTo(1, 1);
    }
  });
});

describe('the counts of a LIVE', () => {
  const hours = 2;
  const whole = many(4000, (random) => countWhole(random, flat, hours));
  const split = many(1500, (random) => countByInterval(random, flat, [], hours).total);

  it.each([
    ['at once', whole],
    ['interval by interval', split],
  ])('drawn %s have the rates of the room on average', (_, lives) => {
    const total = (read: (live: (typeof whole)[number]) => number) => mean(lives.map(read));
    const impressions = total((live) => live.impressions);
    expect(impressions / (flat.impressionsPerHour * hours)).toBeCloseTo(1, 1);
    expect(total((live) => live.views) / impressions / flat.tapThroughRate).toBeCloseTo(1, 1);
    expect(total((live) => live.clicks) / total((live) => live.views)).toBeCloseTo(0.3, 2);
    expect(total((live) => live.orders) / total((live) => live.clicks)).toBeCloseTo(0.1, 2);
    expect(total((live) => live.gmv) / total((live) => live.orders) / flat.aov).toBeCloseTo(1, 1);
  });

  it.each([
    ['at once', whole],
    ['interval by interval', split],
  ])('drawn %s vary by counting and by clusters', (_, lives) => {
    const clustered = clusterVariance('liveCtr', intervalsIn(hours));
    const rates = lives.map(({ clicks, views }) => Math.log(clicks / views));
    const counting = 0.7 / (0.3 * 2000);
    expect(spread(rates) / Math.sqrt(counting + clustered)).toBeGreaterThan(0.85);
    expect(spread(rates) / Math.sqrt(counting + clustered)).toBeLessThan(1.2);
    const values = lives.map(({ gmv, orders }) => gmv / orders / flat.aov);
    expect(spread(values) / (assumptions.orderCv.value / Math.sqrt(60))).toBeGreaterThan(0.85);
    expect(spread(values) / (assumptions.orderCv.value / Math.sqrt(60))).toBeLessThan(1.2);
  });

  it('by interval and by product add up to the whole', () => {
    const { total, intervals, products } = countByInterval(randomOf('sums'), flat, [], hours);
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    expect(intervals).toHaveLength(24);
    expect(sum(intervals.map(({ clicks }) => clicks))).toBe(total.clicks);
    expect(sum(products.map(({ clicks }) => clicks))).toBe(total.clicks);
    expect(sum(products.map(({ orders }) => orders))).toBe(total.orders);
    expect(sum(products.map(({ gmv }) => gmv)) / total.gmv).toBeCloseTo(1, 9);
  });
});

describe('planted faults', () => {
  it('are none, one or two as often as assumed, and only ever take away', () => {
    const drawn = many(8000, drawFaults);
    assumptions.faultCount.value.forEach((share, count) => {
      const found = drawn.filter(({ length }) => length === count).length / drawn.length;
      expect(Math.abs(found - share)).toBeLessThan(0.02);
    });
    for (const faults of drawn.slice(0, 500)) {
      const kept = listOf(keptOverall(faults, 24));
      expect(Math.max(...kept)).toBeLessThanOrEqual(1 + 1e-12);
      expect(kept.some((share) => share < 1)).toBe(faults.length > 0);
    }
  });

  it('in a part of the LIVE show in the counts as in the truth', () => {
    const faults = [
      { kind: 'quiet-stretch', part: { from: 0.1, to: 0.4 } },
      { kind: 'stuck-pin', part: { from: 0.3, to: 0.8 } },
    ] as const;
    const lives = many(800, (random) => countByInterval(random, flat, faults, 2).total);
    const sum = (read: (live: (typeof lives)[number]) => number) => mean(lives.map(read));
    const kept = keptOverall(faults, 24);
    expect(sum((live) => live.clicks) / sum((live) => live.views) / 0.3).toBeCloseTo(
      kept.liveCtr,
      1,
    );
    expect(sum((live) => live.orders) / sum((live) => live.clicks) / 0.1).toBeCloseTo(kept.ctor, 1);
    expect(kept.liveCtr).toBeLessThan(0.65);
    expect(kept.ctor).toBeLessThan(0.85);
    expect(eachStep((step) => kept[step]).aov).toBe(1);
  });
});

describe('a room', () => {
  it('is the same under the same name, and another under another', () => {
    const show = (name: string): string => {
      const room = drawRoom(name, [1, 3], 12);
      return JSON.stringify([room.truth, room.observe()]);
    };
    expect(show('1 a')).toBe(show('1 a'));
    expect(show('1 a')).not.toBe(show('1 b'));
  });

  it('has the counts it would have had if they had been drawn at another time', () => {
    const room = drawRoom('1 a', [4, 12], 3);
    drawRoom('1 b', [4, 12], 3).observe();
    expect(room.observe()).toEqual(drawRoom('1 a', [4, 12], 3).observe());
    expect(room.observe().history).toHaveLength(3);
  });
});
