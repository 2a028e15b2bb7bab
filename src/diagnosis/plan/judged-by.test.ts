import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { metric, metricIds } from '../../metrics/catalogue.ts';
import { factors } from '../factors/index.ts';
import { judgedBy } from './judged-by.ts';

const sentences = Object.entries(messages).map(([key, { message }]) => ({ key, message }));
const nameOf = new Map(sentences.map(({ key, message }) => [key, message.toLowerCase()]));
const camel = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const advices = factors.flatMap((factor) =>
  sentences
    .filter(({ key }) => key.startsWith(`factor_${camel(factor.id)}_advice`))
    .map(({ message }) => ({ factor, advice: message.toLowerCase() })),
);

describe('the figure that judges a change to a factor', () => {
  it('is the factor’s step, GMV an hour for what touches all of them, and none where none can', () => {
    expect(judgedBy({ explains: 'ctor' })).toBe('ctor');
    expect(judgedBy({ explains: 'ctor', judgedBy: 'adsRoi' })).toBe('adsRoi');
    expect(judgedBy({})).toBe('gmvPerHour');
    expect(judgedBy({ explains: 'impressionsPerHour', judgedBy: 'nothing' })).toBeUndefined();
  });

  it('is one that can be compared between LIVEs', () => {
    for (const factor of factors) {
      const id = judgedBy(factor);
      if (id !== undefined) expect(metric(id).comparable, factor.id).toBe(true);
    }
  });

  it('is the only one that the factor’s advice names', () => {
    const named = advices.flatMap(({ factor, advice }) =>
      metricIds
        .filter((id) => metric(id).comparable)
        .filter((id) => new RegExp(`\\b${nameOf.get(metric(id).name)}\\b`).test(advice))
        .map((id) => [factor.id, id, judgedBy(factor)]),
    );
    expect(named.filter(([, id, judge]) => id !== judge)).toEqual([]);
    expect(named.map(([factor]) => factor)).toContain('start-slot');
  });

  it('is what the advice says to compare', () => {
    const compared = advices.flatMap(({ factor, advice }) => {
      const what = /\bcompare ([^.]+)\./.exec(advice)?.[1];
      return what === undefined ? [] : [{ factor, what }];
    });
    for (const { factor, what } of compared) {
      const id = judgedBy(factor);
      const name = id === undefined ? undefined : nameOf.get(metric(id).name);
      expect(name !== undefined && what.startsWith(name), `${factor.id}: ${what}`).toBe(true);
    }
    expect(compared.length).toBeGreaterThan(3);
  });
});
