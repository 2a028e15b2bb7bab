import { describe, expect, it } from 'vitest';
import { cueIn } from './cue-in.ts';
import { deedOfKey, deedOfSwipe } from './steps.ts';

describe('a cue card', () => {
  it('is led by keys, mirrored where the page is', () => {
    expect(deedOfKey('ArrowRight', false)).toBe('next');
    expect(deedOfKey('ArrowRight', true)).toBe('previous');
    expect(deedOfKey('ArrowLeft', true)).toBe('next');
    expect(deedOfKey('ArrowDown', true)).toBe('next');
    expect(deedOfKey(' ', false)).toBe('check');
    expect(deedOfKey('x', false)).toBeUndefined();
  });

  it('is led by swipes, not by scrolling or trembling', () => {
    expect(deedOfSwipe(-80, 10, false)).toBe('next');
    expect(deedOfSwipe(80, 10, false)).toBe('previous');
    expect(deedOfSwipe(-80, 10, true)).toBe('previous');
    expect(deedOfSwipe(-80, 70, false)).toBeUndefined();
    expect(deedOfSwipe(20, 0, false)).toBeUndefined();
  });

  it('is asked for by the page’s address alone', () => {
    const page = 'chrome-extension://id/src/panel/panel.html';
    const plan = '00000000-0000-4000-8000-000000000001';
    expect(cueIn(page)).toBeUndefined();
    expect(cueIn(`${page}?view=cue&which=sample&plan=${plan}`)).toEqual({ plan, which: 'sample' });
    expect(cueIn(`${page}?view=cue&plan=<script>`)).toEqual({ which: 'shop' });
    expect(cueIn('nowhere')).toBeUndefined();
  });
});
