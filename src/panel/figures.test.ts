import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metric, metricIds } from '../metrics/catalogue.ts';
import { money } from '../metrics/money.ts';
import { isWrittenAlike } from '../metrics/written.ts';
import { figureOrDash, formatAmount, formatFigure, orDash, signedAmount } from './figures.ts';

const { currency } = money('0', 'VND');
const { currency: dollar } = money('0', 'USD');

describe('a figure of the panel', () => {
  it('carries the unit of its metric', () => {
    const style = { currency, locale: 'en' };
    expect(formatFigure('impressionsPerHour', 15067.4, style)).toBe('15,067');
    expect(formatFigure('tapThroughRate', 0.0283, style)).toBe('2.83%');
    expect(formatFigure('averageViewDuration', 23.1, style)).toBe('23.1 sec');
    expect(formatFigure('gmvPerHour', 1_490_000, style)).toBe('₫1,490,000');
    expect(formatFigure('aov', 24.3, { ...style, currency: dollar })).toBe('$24.30');
    expect(formatFigure('viewsPerViewer', 1.224, style)).toBe('1.22');
  });

  it('is written alike just where the engine takes it to be', () => {
    const size = fc.double({ min: 0.001, max: 1e8, noNaN: true });
    const near = fc.double({ min: 0.98, max: 1.02, noNaN: true });
    const currencies = fc.constantFrom(currency, dollar, undefined);
    fc.assert(
      fc.property(fc.constantFrom(...metricIds), size, near, currencies, (id, one, by, of) => {
        const style = { currency: of, locale: 'en' };
        const alike = formatFigure(id, one, style) === formatFigure(id, one * by, style);
        const written = { unit: metric(id).unit, currency: of };
        expect(isWrittenAlike(one, one * by, written)).toBe(alike);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays a bare number while the currency is unknown', () => {
    expect(formatAmount(12.5, { currency: undefined, locale: 'en' })).toBe('12.50');
    expect(formatAmount(15_670.4, { currency: undefined, locale: 'en' })).toBe('15,670');
  });
});

describe('a value that may not be known', () => {
  it('is a dash where it is not, and its own figure where it is, zero too', () => {
    const style = { currency: undefined, locale: 'en-US' };
    expect(figureOrDash('orders', undefined, style)).toBe('–');
    expect(figureOrDash('orders', 0, style)).toBe('0');
    expect(orDash(undefined, String)).toBe('–');
    expect(orDash('', (text) => `“${text}”`)).toBe('“”');
  });
});

describe('money that adds or takes away', () => {
  it('carries one sign, the same that stands in sentences', () => {
    const style = { currency: money('0', 'USD').currency, locale: 'en' };
    expect(signedAmount(150, style)).toBe('+$150');
    expect(signedAmount(-14.4, style)).toBe('−$14');
    expect(signedAmount(-14.4, style)).toBe(formatAmount(-14.4, style));
    expect(signedAmount(0, style)).toBe('$0');
  });

  it('has no sign where it rounds to nothing', () => {
    const style = { currency: dollar, locale: 'en', detail: 'whole' } as const;
    expect(signedAmount(8.48, style)).toBe('+$8');
    expect(signedAmount(0.3, style)).toBe('$0');
    expect(signedAmount(-0.3, style)).toBe('$0');
    expect(formatAmount(-0.3, style)).toBe('$0');
  });
});
