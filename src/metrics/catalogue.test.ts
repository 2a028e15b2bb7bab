import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { catalogue, metric, metricIds } from './catalogue.ts';
import { categories } from './feed/categories.ts';

const sentences: Record<string, { message: string } | undefined> = messages;

describe('the metric catalogue', () => {
  it('makes rates out of metrics that are themselves in it', () => {
    for (const id of metricIds) {
      const { parts } = metric(id);
      if (parts === undefined) continue;
      expect(Object.keys(catalogue)).toContain(parts.numerator);
      expect(Object.keys(catalogue)).toContain(parts.denominator);
    }
  });

  it('says of each metric what it means, and of each rate how it is made', () => {
    for (const id of metricIds) {
      const { name, definition, formula, parts } = metric(id);
      expect(sentences[name]?.message.length).toBeGreaterThan(2);
      expect(sentences[definition]?.message.length).toBeGreaterThan(10);
      if (parts !== undefined) expect(formula).toBeDefined();
    }
  });

  it('compares no totals: they grow with the length of the LIVE', () => {
    const totals = metricIds.filter((id) => metric(id).unit === 'count');
    expect(totals.filter((id) => metric(id).comparable)).toEqual([]);
  });
});

describe('the category list', () => {
  it('holds each of the 28 categories once, with a name', () => {
    expect(categories).toHaveLength(28);
    expect(new Set(categories.map(({ id }) => id)).size).toBe(28);
    for (const { name } of categories) expect(sentences[name]).toBeDefined();
  });
});
