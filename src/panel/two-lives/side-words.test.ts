import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import type { FigurePair } from '../../diagnosis/two-lives/figure-pair.ts';
import { money } from '../../metrics/money.ts';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import { differenceText, noneStandsOut, rangeOfPair, sideNames, toneOfPair } from './side-words.ts';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const style = { currency: money('0', 'USD').currency, locale: 'en' };
const pair = (
  metric: FigurePair['metric'],
  first: number,
  second: number,
  reading: FigurePair['reading'] = 'apart',
): FigurePair => ({
  metric,
  first,
  second,
  difference: first - second,
  ...(second > 0 ? { relative: first / second - 1 } : {}),
  reading,
});
const text = (of: FigurePair, locale = 'en') => differenceText(of, { ...style, locale }, words);

it('hosts go by their names in a sentence, LIVEs and the usual by letters', () => {
  const hosts = {
    first: { kind: 'host', name: 'Ana' },
    second: { kind: 'host', name: 'Bo' },
  } as const;
  expect(sideNames(hosts)).toEqual({ first: 'Ana', second: 'Bo' });
  expect(sideNames({ first: { kind: 'usual' }, second: undefined })).toEqual({
    first: 'A',
    second: 'B',
  });
});

describe('how far A lies from B', () => {
  it('is told in the figure’s own unit and as a share, with signs', () => {
    expect(text(pair('aov', 26.05, 32.04))).toBe('−$5.99 (−19%)');
    expect(text(pair('gmvPerHour', 1_080, 557))).toBe('+$523 (+94%)');
    expect(text(pair('ctor', 0.0548, 0.0685))).toBe('−1.37 pts (−20%)');
    expect(text(pair('averageViewDuration', 34.3, 42.1))).toBe('−7.8 sec (−19%)');
    expect(text(pair('impressionsPerHour', 27_296, 24_809))).toBe('+2,487 (+10%)');
  });

  it('has no share of nothing, and no amount that its decimals don’t show', () => {
    expect(text(pair('ctor', 0.05, 0))).toBe('+5.00 pts');
    expect(text(pair('shareRate', 0.00028, 0.00024))).toBe('+17%');
    expect(text(pair('ctor', 0.0548, 0.0685), 'ar-EG')).toContain('pts');
  });

  it('is nothing where both are the same or one isn’t known', () => {
    expect(text(pair('ctor', 0.05, 0.05, 'same'))).toBeUndefined();
    expect(text({ metric: 'ctor', first: 0.05, reading: 'missing' })).toBeUndefined();
  });

  it('has a range with signs', () => {
    const range = { low: -0.284, high: 0.031 };
    expect(rangeOfPair({ ...pair('ctor', 1, 2), range }, words)).toBe('−28% to +3%');
  });
});

describe('the colour of a difference', () => {
  it('is that of the better or the worse side, beyond chance or the usual range alone', () => {
    expect(toneOfPair(pair('ctor', 0.06, 0.05))).toBe('high');
    expect(toneOfPair(pair('ctor', 0.05, 0.06, 'unusual'))).toBe('low');
    for (const reading of ['chance', 'usual', 'same', 'untold'] as const) {
      expect(toneOfPair(pair('ctor', 0.05, 0.06, reading))).toBeUndefined();
    }
  });
});

describe('where no figure stands out', () => {
  const said = (readings: readonly FigurePair['reading'][], isUsual = false) =>
    noneStandsOut(
      readings.map((reading) => pair('aov', 26, 32, reading)),
      isUsual,
    );

  it('they are alike only where at least one could be compared', () => {
    expect(said(['missing', 'chance'])).toBe('two_lives_figures_all_alike');
    expect(said(['same'])).toBe('two_lives_figures_all_alike');
    expect(said(['untold', 'usual'], true)).toBe('two_lives_figures_all_usual');
    for (const isUsual of [true, false]) {
      expect(said([], isUsual)).toBe('two_lives_figures_untold');
      expect(said(['missing', 'untold', 'currencies', 'doubt'], isUsual)).toBe(
        'two_lives_figures_untold',
      );
    }
  });
});
