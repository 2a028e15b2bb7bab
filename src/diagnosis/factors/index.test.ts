import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import type { Text } from '../../metrics/text.ts';
import type { Outcome } from '../factor.ts';
import { stepIds } from '../report.ts';
import { stepWords } from '../text/step-words.ts';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { type ArbitraryCase, anyCase } from './fixture-arbitrary.ts';
import { adviceSaid, factors } from './index.ts';
import { judgedFactors } from './judged.fixture.ts';
import { recordedFactors } from './recorded.fixture.ts';

const sentences = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
const camel = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const nothingKnown = fixtureInput(
  fixtureSession({
    room: {
      startedAt: undefined,
      endedAt: undefined,
      duration: undefined,
      status: undefined,
      zone: undefined,
    },
  }),
);

const inputOf = ({ session, anchors, history, recordings }: ArbitraryCase) =>
  fixtureInput(session, anchors, history, recordings);

describe('the factors', () => {
  it('are one file each, named by id', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((name) => /^[a-z-]+\.ts$/.test(name) && !/^(index|fixture.*)\.ts$/.test(name))
      .map((name) => name.replace('.ts', ''));
    expect(factors.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('have a test each', () => {
    const files = readdirSync(import.meta.dirname).map((name) => name.replace('.test.ts', ''));
    const tested = new Set([
      ...files,
      ...[...judgedFactors, ...recordedFactors].map(({ id }) => id),
    ]);
    expect(factors.filter(({ id }) => !tested.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('have a title under their own prefix', () => {
    for (const { id, title } of factors) {
      expect(title).toBe(`factor_${camel(id)}_title`);
      expect(sentences.get(title)).toMatch(/\S/);
    }
  });

  it('carry the money of every step of the funnel, each step once', () => {
    const carried = factors.flatMap(({ moneyOf }) => moneyOf ?? []);
    expect([...carried].sort()).toEqual([...stepIds].sort());
  });

  it('advise in every sentence of advice under their own prefix and in no other, each with a deed', () => {
    for (const { id, advises } of factors) {
      const prefix = `factor_${camel(id)}_advice`;
      const own = [...sentences.keys()].filter((key) => key.startsWith(prefix));
      expect(advises.map(({ key }) => key).sort(), id).toEqual(own.sort());
      for (const advice of advises) expect(adviceSaid(advice.key)).toBe(advice);
    }
    expect(adviceSaid('factor_stock_title')).toBeUndefined();
  });

  it('ask of a step whose money they carry what the step itself asks', () => {
    for (const { id, moneyOf, advises } of factors) {
      if (moneyOf !== undefined) expect(advises[0].deed, id).toBe(stepWords[moneyOf].deed);
    }
  });

  it('say what is missing where nothing is known', () => {
    const states = factors.map(({ id, evaluate }) => [id, evaluate(nothingKnown).state]);
    expect(states).toEqual(factors.map(({ id }) => [id, 'missing']));
  });

  it('fill every mark of every sentence, and give a gap a deed', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyCase, (one) => {
        const input = inputOf(one);
        for (const { id, advises, evaluate } of factors) {
          const outcome = evaluate(input);
          seen.add(outcome.state);
          for (const text of textsOf(outcome)) expect(openMarks(text), id).toEqual([]);
          if (outcome.state === 'gap') {
            expect(
              advises.map(({ key }) => key),
              id,
            ).toContain(outcome.advice?.key);
          }
          if (outcome.state === 'fine') expect(outcome.advice, id).toBeUndefined();
        }
      }),
    );
    expect([...seen].sort()).toEqual(['fine', 'gap', 'missing', 'scarce']);
  });

  it('show stretches that lie within the LIVE, start before end', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const input = inputOf(one);
        for (const { evaluate } of factors) {
          const outcome = evaluate(input);
          for (const { from, to } of outcome.state === 'gap' ? (outcome.stretches ?? []) : []) {
            expect(from).toBeGreaterThanOrEqual(one.session.room.startedAt ?? 0);
            expect(to).toBeLessThanOrEqual(one.session.room.endedAt ?? 0);
            expect(from).toBeLessThan(to);
          }
        }
      }),
    );
  });

  it('never find a gap because something is missing', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0 }), (one, pick) => {
        const losses = lossesOf(one);
        const whole = inputOf(one);
        const less = inputOf(losses[pick % losses.length] ?? one);
        for (const { id, evaluate } of factors) {
          const before = evaluate(whole).state;
          const after = evaluate(less).state;
          if (after === 'gap') expect(before, id).toBe('gap');
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The case once for each thing that may be missing: a part, a figure, a field of all its rows, an anchor. */
function lossesOf(one: ArbitraryCase): ArbitraryCase[] {
  const { session, anchors } = one;
  const { room, figures, timeline, products, sources, pins } = session;
  const lost = (changed: Partial<typeof session>): ArbitraryCase => ({
    ...one,
    session: { ...session, ...changed },
  });
  return [
    ...keys(session)
      .filter((key) => !['version', 'room', 'figures', 'origins', 'gaps'].includes(key))
      .map((key) => ({ ...one, session: without(session, key) })),
    ...keys(room)
      .filter((key) => key !== 'id')
      .map((key) => lost({ room: without(room, key) })),
    ...keys(figures).map((key) => lost({ figures: without(figures, key) })),
    ...(timeline === undefined
      ? []
      : timeline.series.map((gone) =>
          lost({
            timeline: { ...timeline, series: timeline.series.filter((kept) => kept !== gone) },
          }),
        )),
    ...keys(products?.[0] ?? {})
      .filter((key) => key !== 'id')
      .map((key) => lost({ products: products?.map((row) => without(row, key)) })),
    ...keys(sources?.[0] ?? {})
      .filter((key) => key !== 'name')
      .map((key) => lost({ sources: sources?.map((row) => without(row, key)) })),
    ...(pins === undefined || pins.length < 2
      ? []
      : [lost({ pins: pins.map((row) => without(row, 'endedAt')) })]),
    ...keys(anchors).map((key) => ({ ...one, anchors: without(anchors, key) })),
    ...keys(anchors).flatMap((key) =>
      (['benchmark', 'usual'] as const).map((anchor) => ({
        ...one,
        anchors: { ...anchors, [key]: without(anchors[key] ?? {}, anchor) },
      })),
    ),
    { ...one, history: [] },
    ...(['gmv', 'gmvPerHour', 'addToCarts', 'orders'] as const).map((key) => ({
      ...one,
      history: one.history.map((live) => ({ ...live, figures: without(live.figures, key) })),
    })),
  ];
}

function keys<T extends object>(value: T): (keyof T & string)[] {
  return Object.keys(value).filter((key): key is keyof T & string => key in value);
}

function without<T extends object>(value: T, key: keyof T): T {
  const copy = { ...value };
  delete copy[key];
  return copy;
}

function textsOf(outcome: Outcome): Text[] {
  const rows = outcome.state === 'missing' ? [] : (outcome.evidence ?? []);
  const own = 'needs' in outcome ? [outcome.needs] : [outcome.brief, outcome.seen, outcome.advice];
  const all = [
    ...own,
    ...rows.flatMap(({ label, yours, benchmark, usual }) => [label, yours, benchmark, usual]),
  ];
  return all.filter((text) => text !== undefined);
}

/** Marks that stay open, keys without a sentence, and figures that aren't numbers; nested phrases included. */
function openMarks({ key, values = {} }: Text): string[] {
  const forms = [key, `${key}_one`, `${key}_other`].filter((form) => sentences.has(form));
  const open = forms.flatMap((form) =>
    [...(sentences.get(form) ?? '').matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
      name in values ? [] : [`${form} {${name}}`],
    ),
  );
  const nested = Object.entries(values).flatMap(([name, value]) => {
    if (value.kind === 'phrase') return openMarks(value.phrase);
    if (value.kind === 'message') return sentences.has(value.message) ? [] : [value.message];
    const wild = 'value' in value && !Number.isFinite(value.value);
    return wild ? [`${key} ${name} is no number`] : [];
  });
  return [...(forms.length === 0 ? [key] : []), ...open, ...nested];
}
