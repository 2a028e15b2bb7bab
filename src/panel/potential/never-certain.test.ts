import { describe, expect, it } from 'vitest';
import { neverCertain } from './never-certain.ts';

const told = (name: string, value: number) => {
  const text = {
    key: 'report_narrative_sure',
    values: { [name]: { kind: 'percent', value } },
  } as const;
  return neverCertain(text, 'en').values?.[name];
};

describe('a probability inside a sentence', () => {
  it('is told in whole percent, and never as certain', () => {
    expect(told('sureness', 0.9994)).toEqual({ kind: 'text', text: '>99%' });
    expect(told('sureness', 1)).toEqual({ kind: 'text', text: '>99%' });
    expect(told('top', 0.634)).toEqual({ kind: 'text', text: '63%' });
  });

  it('leaves rates as they are', () => {
    expect(told('now', 0.9994)).toEqual({ kind: 'percent', value: 0.9994 });
    const plain = { key: 'report_narrative_noClosest' } as const;
    expect(neverCertain(plain, 'en')).toBe(plain);
  });
});
