import { describe, expect, it } from 'vitest';
import { timeTyped } from './typed-time.ts';

describe('a time of day that was typed', () => {
  it.each([
    ['20:00', '20:00'],
    [' 8:05 ', '08:05'],
    ['20.30', '20:30'],
    ['20h30', '20:30'],
    ['20h', '20:00'],
    ['2000', '20:00'],
    ['830', '08:30'],
    ['20', '20:00'],
    ['0', '00:00'],
    ['8 pm', '20:00'],
    ['8:30PM', '20:30'],
    ['12 am', '00:00'],
    ['12 p.m.', '12:00'],
  ])('is read as it is meant: %s', (typed, time) => {
    expect(timeTyped(typed)).toBe(time);
  });

  it.each(['', 'soon', '24:00', '20:60', '13 pm', '0 am', '8:5', '20:00:00', '-1'])(
    'is none: %s',
    (typed) => {
      expect(timeTyped(typed)).toBeUndefined();
    },
  );
});
