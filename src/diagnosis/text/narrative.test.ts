import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import type { Text, TextValue } from '../../metrics/text.ts';
import { benchmarkFor } from '../benchmark/benchmark-for.ts';
import { diagnose } from '../diagnose.ts';
import { arbitraryHistory, arbitrarySession } from '../fixtures/arbitrary.ts';
import { bareLive, capturedLive } from '../fixtures/captured.ts';
import type { Report } from '../report.ts';

const sentences = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));

/** Every number of the report outside its narrative and summary. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'narrative' || key === 'summary' ? [] : numbersIn(part),
  );
}

/** Every figure of a sentence, those of phrases inside it too. */
function figuresOf({ values = {} }: Text): number[] {
  return Object.values(values).flatMap(figuresIn);
}

function figuresIn(value: TextValue): number[] {
  if (value.kind === 'phrase') return figuresOf(value.phrase);
  if (value.kind === 'money') return [Number(value.money.amount)];
  if (value.kind === 'duration') return [value.seconds];
  return 'value' in value ? [value.value] : [];
}

/** Figures of the narrative that the report doesn't hold; money is written to six decimals. */
function untraceable(report: Report): number[] {
  const known = numbersIn({
    ...report,
    pulled: report.potential?.steps.filter(({ verdict }) => verdict === 'pull').length,
  });
  return report.narrative
    .flatMap(figuresOf)
    .filter((figure) => !known.some((one) => Math.abs(one - figure) <= 1e-6));
}

function openMarks({ key, values = {} }: Text): string[] {
  const forms = [key, `${key}_one`].filter((form) => sentences.has(form));
  const open = forms.flatMap((form) =>
    [...(sentences.get(form) ?? '').matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
      name in values ? [] : [`${form} {${name}}`],
    ),
  );
  const inside = Object.values(values).flatMap((value) =>
    value.kind === 'phrase' ? openMarks(value.phrase) : [],
  );
  return [...open, ...inside];
}

const captured = (basis: 'own' | 'market'): Report => {
  const session = capturedLive();
  return diagnose({ session, benchmark: benchmarkFor(basis, session, []), history: [] });
};

/** A LIVE of an account whose earlier LIVEs are known by the medians of nine alone. */
function withoutPastCounts() {
  const { comparisons: _gone, ...live } = capturedLive();
  const medians = { impressionsPerHour: 90_000, tapThroughRate: 0.9, liveCtr: 0.9, ctor: 0.9 };
  const metrics = Object.fromEntries(
    Object.entries(medians).map(([id, p50]) => [
      id,
      { kind: 'quantiles', p25: p50 * 0.9, p50, p75: p50 * 1.1, n: 9 } as const,
    ]),
  );
  return {
    session: { ...live, comparisons: { market: {}, own: {} } },
    benchmark: { basis: 'own', metrics } as const,
  };
}

describe('the narrative', () => {
  it.each(['own', 'market'] as const)(
    'tells the captured LIVE in five sentences against %s',
    (basis) => {
      const { narrative } = captured(basis);
      expect(narrative.map(({ key }) => key)).toEqual([
        'report_narrative_money',
        'report_narrative_first',
        'report_narrative_sure',
        'report_narrative_together',
        'report_narrative_basis',
      ]);
      expect(untraceable(captured(basis))).toEqual([]);
    },
  );

  it('starts with what is made and names the first step with its money', () => {
    const { narrative, findings, verdict } = captured('own');
    expect(figuresOf(narrative[0] ?? { key: 'report_summary_missing' })).toEqual([
      expect.closeTo(verdict.yours ?? Number.NaN, 5),
      expect.closeTo(verdict.reference?.value ?? Number.NaN, 5),
    ]);
    expect(figuresOf(narrative[1] ?? { key: 'report_summary_missing' })).toContainEqual(
      expect.closeTo(findings[0]?.money?.value ?? Number.NaN, 5),
    );
  });

  it('names the own LIVEs that a target rests on where no counts of them are known', () => {
    const { session, benchmark } = withoutPastCounts();
    const { narrative, potential } = diagnose({ session, benchmark, history: [] });
    const [first] = potential?.steps ?? [];
    expect(first?.prior.lives).toBe(0);
    expect(first?.target).toMatchObject({ basis: 'own', n: 9 });
    expect(narrative.at(-1)).toEqual({
      key: 'report_narrative_basis',
      values: { count: { kind: 'count', value: 9 } },
    });
  });

  it('says what is missing where the steps are not known', () => {
    const benchmark = { basis: 'own', metrics: {} } as const;
    const { narrative } = diagnose({ session: bareLive({}), benchmark, history: [] });
    expect(narrative).toEqual([{ key: 'report_narrative_missing' }]);
  });

  it('makes no guess where nothing is known to hold a step against', () => {
    const benchmark = { basis: 'own', metrics: {} } as const;
    const alone = { ...capturedLive(), comparisons: { market: {}, own: {} } };
    const { narrative, potential } = diagnose({ session: alone, benchmark, history: [] });
    expect(potential?.healthy).toBeUndefined();
    expect(narrative.map(({ key }) => key)).toEqual([
      'report_narrative_alone',
      'report_narrative_incomparable',
    ]);
  });

  it('calls no LIVE a loss that made more than the benchmark', () => {
    const session = capturedLive();
    const low = { kind: 'line', value: 1e-6 } as const;
    const metrics = { gmvPerHour: low, tapThroughRate: low, liveCtr: low, ctor: low };
    const { narrative } = diagnose({
      session,
      benchmark: { ...benchmarkFor('market', session, []), metrics },
      history: [],
    });
    expect(narrative[0]?.key).toBe('report_narrative_ahead');
  });

  it('holds no figure that the report lacks, and no open mark, for any session', () => {
    fc.assert(
      fc.property(arbitrarySession, arbitraryHistory, (session, history) => {
        const benchmark = benchmarkFor('own', session, history);
        const report = diagnose({ session, benchmark, history });
        // Beyond a billion a double's own digits end before the sixth decimal.
        expect(untraceable(report).filter((figure) => Math.abs(figure) < 1e9)).toEqual([]);
        expect(report.narrative.flatMap(openMarks)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
