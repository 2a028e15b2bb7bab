import { describe, expect, it } from 'vitest';
import { newcombe } from '../statistics/newcombe.fixture.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { randomOf } from '../statistics/random.ts';
import type { Tally } from '../uncertainty/tally.ts';
import { livesNeeded } from './lives-needed.ts';
import type { Reading } from './reading.ts';
import { shiftOf, strayedIn } from './shift.ts';
import { steadyPart, type UsualLevel, usualLevel } from './usual-level.ts';

const level = (given: Partial<Omit<UsualLevel, 'parts'>> = {}): UsualLevel => {
  const usual = { centre: Math.log(0.05), error: 0.06, spread: 0.2, degrees: 17, lives: 12 };
  const { centre, error, lives } = { ...usual, ...given };
  return { ...usual, rests: 'own', ...given, parts: steadyPart(centre, error, lives) };
};
const clicks = (k: number, n: number): Reading => ({
  tally: { form: 'share', k, n },
  dispersion: 1,
});
const basket = (value: number, orders: number): Reading => ({
  tally: { form: 'mean', value, n: orders },
  dispersion: 0.6,
});

describe('how far a level moved', () => {
  it('is a t distribution around the difference where counting noise is small', () => {
    const usual = level({ centre: Math.log(30), degrees: 17 });
    const variance = Math.log1p(0.36 / 400);
    const shift = shiftOf(usual, [basket(39, 400)]);
    // By hand: t with 17 degrees, one-sided 5 %, is 1.7396.
    const sd = Math.sqrt(0.2 ** 2 + 0.06 ** 2 + variance);
    const middle = Math.log(39 / 30) + variance / 2;
    expect(shift.quantile(0.5)).toBeCloseTo(middle, 3);
    expect((shift.quantile(0.95) - middle) / sd).toBeCloseTo(1.74, 1);
    expect((middle - shift.quantile(0.05)) / sd).toBeCloseTo(1.74, 1);
  });

  it('weighs several LIVEs after by what each can tell', () => {
    const usual = level({
      centre: Math.log(30),
      error: 1e-6,
      degrees: 1e6,
      lives: 1e9,
    });
    const after = [basket(36, 900), basket(30, 4), basket(42, 100)];
    // By hand: weights 1 ÷ (0.04 + ln(1 + 0.36 ÷ n)).
    const logs = after.map(({ tally }) => {
      const variance = Math.log1p(0.36 / tally.n);
      const value = tally.form === 'mean' ? Math.log(tally.value) + variance / 2 : Number.NaN;
      return { value, weight: 1 / (0.04 + variance) };
    });
    const whole = logs.reduce((sum, { weight }) => sum + weight, 0);
    const mean = logs.reduce((sum, { value, weight }) => sum + value * weight, 0) / whole;
    const shift = shiftOf(usual, after);
    expect(shift.quantile(0.5)).toBeCloseTo(mean - Math.log(30), 2);
    expect(shift.quantile(0.95) - shift.quantile(0.05)).toBeCloseTo(
      (2 * 1.6449) / Math.sqrt(whole),
      2,
    );
  });

  it.each([
    [0, 100],
    [3, 100],
    [9, 100],
    [40, 500],
    [14, 500],
  ])('puts %i of %i where playing ordinary LIVEs puts it', (k, n) => {
    const random = randomOf('ordinary');
    const normal = () => normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random())));
    let below = 0;
    const rounds = 6_000;
    for (let round = 0; round < rounds; round++) {
      let square = 0;
      for (let degree = 0; degree < 17; degree++) square += normal() ** 2;
      const sd = Math.hypot(0.2 * Math.sqrt(17 / square), 0.06);
      const rate = Math.min(0.99, 0.05 * Math.exp(sd * normal()));
      let hits = 0;
      for (let one = 0; one < n; one++) if (random() < rate) hits++;
      // Half of those that are just as many: the middle of what a whole number can say.
      below += hits < k ? 1 : hits === k ? 0.5 : 0;
    }
    const chance = 1 - shiftOf(level(), [clicks(k, n)]).below(0);
    expect(Math.abs(chance - below / rounds)).toBeLessThan(0.025);
  });

  it('agrees with Newcombe where LIVEs do not vary', () => {
    const [k, n] = [48, 80];
    const usual = level({
      centre: Math.log(k / n),
      error: Math.sqrt((1 - k / n) / k),
      spread: 1e-3,
      degrees: 1e6,
      lives: 1,
    });
    const shift = shiftOf(usual, [clicks(56, 70)]);
    const plain = newcombe({ k: 56, n: 70 }, { k, n }, normalQuantile(0.95));
    const difference = (share: number) => (k / n) * Math.expm1(shift.quantile(share));
    expect(difference(0.05)).toBeCloseTo(plain?.low ?? 0, 1);
    expect(difference(0.95)).toBeCloseTo(plain?.high ?? 0, 1);
    expect(shift.below(0)).toBeLessThan(0.05);
  });

  it('stays finite where nothing was sold in any LIVE after', () => {
    const shift = shiftOf(level(), [clicks(0, 40), clicks(0, 3)]);
    expect(shift.quantile(0.05)).toBeLessThan(-2);
    expect(Math.exp(shift.quantile(0.95))).toBeGreaterThan(0.5);
    expect(shift.below(0)).toBeGreaterThan(0.5);
  });
});

describe('the usual level', () => {
  const past = (values: readonly number[]): Tally[] =>
    values.map((value) => ({ form: 'mean', value, n: 1_000 }));
  const around = past([24, 27, 30, 33, 36, 30, 28, 32]);

  it('is hardly moved by the bad LIVE that a plan was made from', () => {
    const without = usualLevel(around, undefined, 0.6, 0.2);
    const bad = usualLevel(around, basket(15, 400), 0.6, 0.2);
    expect(bad?.rests).toBe('own');
    expect(Math.exp(bad?.centre ?? 0) / Math.exp(without?.centre ?? 0)).toBeGreaterThan(0.96);
  });

  it('counts an ordinary LIVE before as one more of them', () => {
    const without = usualLevel(around, undefined, 0.6, 0.2);
    const like = usualLevel(around, basket(30, 400), 0.6, 0.2);
    expect(like?.error).toBeLessThan(without?.error ?? 0);
  });

  it('is thin below five LIVEs, rests above a LIVE before that stands alone, and needs one at least', () => {
    const alone = usualLevel([], basket(20, 400), 0.6, 0.2);
    expect(alone?.rests).toBe('thin');
    expect(Math.exp(alone?.centre ?? 0)).toBeGreaterThan(20);
    expect(Math.exp(alone?.centre ?? 0)).toBeLessThan(24);
    expect(alone?.error).toBeGreaterThan(0.2);
    expect(usualLevel(around.slice(0, 4), undefined, 0.6, 0.2)?.rests).toBe('thin');
    expect(usualLevel([], undefined, 0.6, 0.2)).toBeUndefined();
  });
});

describe('LIVEs still needed', () => {
  it('are the worked ones', () => {
    // 0.2² + 0.09 ÷ … : baskets of 400 orders add 0.0009; t₁₇ 1.740 + z 0.842 = 2.581.
    const usual = level({ centre: Math.log(30), error: 0.05 });
    const square = 0.04 + Math.log1p(0.36 / 400);
    const all = square / ((0.25 / 2.5813) ** 2 - 0.0025);
    expect(livesNeeded(0.25, usual, [basket(38, 400)])).toEqual({
      state: 'about',
      lives: Math.ceil(all - 1),
    });
  });

  it('grow as the shift shrinks, and end in the cap', () => {
    const usual = level({ centre: Math.log(30) });
    const many = livesNeeded(0.2, usual, [basket(36, 400)]);
    const few = livesNeeded(0.4, usual, [basket(44, 400)]);
    expect(many.lives).toBeGreaterThan(few.lives);
    expect(livesNeeded(0.05, usual, [basket(31, 400)])).toEqual({ state: 'beyond', lives: 20 });
    expect(livesNeeded(0, usual, [basket(30, 400)]).state).toBe('beyond');
  });
});

describe('a level that goes on moving', () => {
  const usual = level({ centre: Math.log(30) });
  const [still] = usual.parts;
  if (still === undefined) throw new Error('A level has a part.');
  const moving = { ...usual, parts: [{ ...still, drift: 0.1 }] };
  const width = (of: UsualLevel, lives: number): number => {
    const shift = shiftOf(
      of,
      Array.from({ length: lives }, () => basket(33, 400)),
    );
    return shift.quantile(0.95) - shift.quantile(0.05);
  };

  it('leaves a single LIVE after it as sure as one that stands still', () => {
    expect(width(moving, 1)).toBeCloseTo(width(usual, 1), 6);
  });

  it('leaves several less sure, by the variance of the mean of a random walk', () => {
    // Eight LIVEs: 7 × 15 ÷ 48 steps of 0.1, beside the spread of 0.2 over eight and the error of 0.06.
    const without = width(usual, 8) ** 2;
    const wider = width(moving, 8) ** 2 - without;
    const steps = (0.1 ** 2 * (7 * 15)) / 48;
    expect(wider / without).toBeCloseTo(steps / (0.2 ** 2 / 8 + 0.06 ** 2), 0);
    expect(wider).toBeGreaterThan(0);
  });
});

describe('how far the mean of LIVEs strays', () => {
  it('is that of a random walk that begins with the first, by hand', () => {
    expect(strayedIn([0])).toBe(0);
    // Of two in a row half a step: (0 + 0 + 0 + 1) ÷ 4.
    expect(strayedIn([0, 1])).toBe(0.25);
    expect(strayedIn([0, 1, 2, 3, 4, 5, 6, 7])).toBeCloseTo((7 * 15) / 48, 12);
    // With seven LIVEs between: (0 + 8 + 8 + 8 + 16) ÷ 9.
    expect(strayedIn([0, 8, 16])).toBeCloseTo(40 / 9, 12);
  });
});

describe('the first way of telling whether a change worked', () => {
  const past = [48, 55, 61, 40, 52, 58, 47, 63, 66, 70, 59, 72, 75, 80];
  const tallies = past.map((k) => clicks(k, 1000).tally);
  const before: Reading = { ...clicks(30, 900), dispersion: 1.3 };
  const after: Reading = { ...clicks(76, 1000), dispersion: 1.3 };

  it('still gives what it gave before levels could drift, to the last digit', () => {
    const usual = usualLevel(tallies, before, 1.3, 0.2, 1);
    if (usual === undefined) throw new Error('There is no usual level.');
    // As computed by the release that told it so.
    expect(usual).toMatchObject({ centre: -2.8257288230232436, error: 0.06016188489923192 });
    const shift = shiftOf(usual, [after]);
    expect([0.05, 0.5, 0.95].map(shift.quantile)).toEqual([
      -0.13337128556528582, 0.24905227187167017, 0.6263488722558478,
    ]);
    expect(shift.below(0)).toBe(0.1395587441026119);
  });

  it('is told apart from today’s, which follows LIVEs that fall', () => {
    const [first, today] = [1, 2].map(
      (engine) => usualLevel(tallies, before, 1.3, 0.2, engine === 1 ? 1 : 2)?.centre ?? 0,
    );
    expect(today).toBeLessThan(first ?? 0);
  });
});
