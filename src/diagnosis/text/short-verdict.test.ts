import { describe, expect, it } from 'vitest';
import { shortVerdict, usualWords } from './short-verdict.ts';

const reference = { versus: 'usual', value: 725 } as const;
const of = (difference: number, side: 'below' | 'usual' | 'above', isAsUsual = false) =>
  shortVerdict({ difference, side, isAsUsual, reference });

describe('a verdict in its shortest form', () => {
  it('is in colour outside of what is usual, on the side that the difference says', () => {
    expect(of(-0.4689, 'below')).toEqual({
      shape: 'down',
      tone: 'low',
      share: 0.47,
      versus: 'usual',
    });
    expect(of(0.22, 'above')).toMatchObject({ shape: 'up', tone: 'high', share: 0.22 });
    expect(of(-0.02, 'above')).toMatchObject({ shape: 'down', tone: 'plain' });
    expect(of(-0.02, 'usual')).toMatchObject({ shape: 'down', tone: 'plain' });
  });

  it('is flat where the LIVE is as usual', () => {
    expect(of(0.03, 'usual', true)).toMatchObject({ shape: 'flat', tone: 'plain' });
  });

  it('is flat where the difference is shown as 0 %', () => {
    expect(of(-0.004, 'below')).toMatchObject({ shape: 'flat', tone: 'plain', share: 0 });
    expect(of(0.004, 'above')).toMatchObject({ shape: 'flat', tone: 'plain', share: 0 });
  });

  it('is none where there is nothing to compare with', () => {
    expect(shortVerdict({ isAsUsual: false, side: 'below', difference: -0.4 })).toBeUndefined();
    expect(shortVerdict({ isAsUsual: false, side: 'below', reference })).toBeUndefined();
    expect(shortVerdict({ isAsUsual: false, difference: -0.4, reference })).toBeUndefined();
  });
});

describe('how a LIVE within the usual range is called', () => {
  it('says by how much it differs once that is a tenth', () => {
    expect([0, 0.09, -0.09].map(usualWords)).toEqual(Array(3).fill('verdict_as_usual'));
    expect([0.1, 0.44].map(usualWords)).toEqual(Array(2).fill('verdict_usual_above'));
    expect(usualWords(-0.21)).toBe('verdict_usual_below');
  });
});
