import { describe, expect, it } from 'vitest';
import { money } from '../metrics/money.ts';
import type { Text } from '../metrics/text.ts';
import { type Sentences, unmarked, writer } from './text.ts';

const book: Record<string, string> = {
  fault_offline: '{count} of {total} LIVEs, {count} in all.',
  fault_offline_one: '{count} LIVE of {total}.',
  fault_internal: 'Because of this: {why}',
  fault_timeout: 'late by {by}',
  fault_worker_gone: 'All is well.',
};
const sentences: Sentences = (key) => book[key];
const { write, pieces } = writer(sentences, 'en-US');

const lives = (value: number): Text => ({
  key: 'fault_offline',
  values: { count: { kind: 'count', value }, total: { kind: 'count', value: 1_200 } },
});

describe('a writer', () => {
  it('fills every mark, each time it stands there', () => {
    expect(write(lives(2))).toBe('2 of 1,200 LIVEs, 2 in all.');
  });

  it('takes the plural form that the language asks for and the book has', () => {
    expect(write(lives(1))).toBe('1 LIVE of 1,200.');
    expect(write(lives(0))).toBe('0 of 1,200 LIVEs, 0 in all.');
  });

  it('leaves a mark that nothing fills, and a key that has no sentence', () => {
    expect(write({ key: 'fault_internal' })).toBe('Because of this: {why}');
    expect(write({ key: 'fault_no_rooms' })).toBe('fault_no_rooms');
  });

  it('does not read marks inside what it fills in', () => {
    const values = { why: { kind: 'text', text: '{by} $& {why}' } } as const;
    expect(write({ key: 'fault_internal', values })).toBe('Because of this: {by} $& {why}');
  });

  it('writes money that adds or takes away with its sign', () => {
    const by = { kind: 'money', money: money('151.2', 'USD'), detail: 'whole' } as const;
    const late = (value: typeof by & { isChange?: true }) =>
      write({ key: 'fault_timeout', values: { by: value } });
    expect(late(by)).toBe('late by $151');
    expect(late({ ...by, isChange: true })).toBe('late by +$151');
  });

  it('writes a sentence within a sentence', () => {
    const values = { why: { kind: 'message', message: 'fault_timeout' } } as const;
    expect(write({ key: 'fault_internal', values })).toBe('Because of this: late by {by}');
  });

  it('hands on the same sentence in pieces, the filled ones marked', () => {
    expect(pieces(lives(1))).toEqual([
      { text: '1', filled: true },
      { text: ' LIVE of ', filled: false },
      { text: '1,200', filled: true },
      { text: '.', filled: false },
    ]);
  });
  it('sets a name within a sentence apart, but not a sentence', () => {
    const within = (key: 'fault_no_rooms' | 'fault_worker_gone'): Text => ({
      key: 'fault_internal',
      values: { why: { kind: 'phrase', phrase: { key } } },
    });
    expect(pieces(within('fault_no_rooms')).at(-1)).toEqual({
      text: 'fault_no_rooms',
      filled: true,
    });
    expect(pieces(within('fault_worker_gone')).at(-1)).toEqual({
      text: 'All is well.',
      filled: false,
    });
  });

  it('leaves words that are part of the sentence beside a figure plain', () => {
    const why = { kind: 'message', message: 'fault_no_rooms' } as const;
    const last = (value: typeof why & { readonly isPlain?: true }) =>
      pieces({ key: 'fault_internal', values: { why: value } }).at(-1)?.filled;
    expect([last(why), last({ ...why, isPlain: true })]).toEqual([true, false]);
  });
});

describe('a writer that isolates', () => {
  const arabic: Record<string, string> = { ...book, fault_timeout: 'تأخر بمقدار {by} اليوم' };
  const marking = writer((key) => arabic[key], 'en-US', { isolates: true });
  const by = { kind: 'points', value: -0.35 } as const;

  it('keeps a figure in one piece in a sentence that is read from right to left', () => {
    const late: Text = { key: 'fault_timeout', values: { by } };
    expect(marking.write(late)).toBe('تأخر بمقدار \u2068−35%\u2069 اليوم');
    expect(marking.pieces(late)[1]).toEqual({ text: '\u2068−35%\u2069', filled: true });
    expect(unmarked(marking).write(late)).toBe('تأخر بمقدار −35% اليوم');
    expect(unmarked(marking).pieces(late)[1]?.text).toBe('−35%');
  });

  it('keeps a name that is read from right to left in one piece, and the figures beside it', () => {
    const total = { kind: 'text', text: 'عرض' } as const;
    const named: Text = {
      key: 'fault_offline',
      values: { count: { kind: 'count', value: 2 }, total },
    };
    const within: Text = {
      key: 'fault_internal',
      values: { why: { kind: 'phrase', phrase: named } },
    };
    const said = '\u20682\u2069 of \u2068عرض\u2069 LIVEs, \u20682\u2069 in all.';
    expect(marking.write(named)).toBe(said);
    expect(marking.write(within)).toBe(`Because of this: ${said}`);
  });

  it('adds nothing where all is read from left to right, and is not what one is unless asked', () => {
    expect(marking.write(lives(2))).toBe(write(lives(2)));
    const plain = writer((key) => arabic[key], 'en-US');
    expect(plain.write({ key: 'fault_timeout', values: { by } })).toBe('تأخر بمقدار −35% اليوم');
  });
});
