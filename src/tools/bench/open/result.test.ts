import { describe, expect, it } from 'vitest';
import type { Opening } from './openings.ts';
import { type MeasuredBuild, printResult, resultOf } from './result.ts';

const opening = (ms: number): Opening => ({
  'first-paint': ms,
  'first-content': ms + 100,
  whole: ms + 200,
  'change-content': ms + 50,
  'change-whole': ms + 150,
});

const built = (folder: string, tab: readonly number[]): MeasuredBuild => ({
  folder,
  size: {
    opening: { files: ['src/panel/panel.html'], bytes: 476_784, gzip: 147_579 },
    total: { files: 23, bytes: 1_537_616 },
  },
  openings: { tab: tab.map(opening), docked: tab.map((ms) => opening(2 * ms)) },
});

const run = { browser: 'Chromium 148', runs: 3, throttle: 1 };

describe('the result of the bench', () => {
  it('has a figure for each mark in each place, paired in the order of the openings', () => {
    const { figures } = resultOf(run, built('a', [100, 200, 300]), built('b', [200, 100, 300]));
    expect(figures).toHaveLength(10);
    const paint = figures.find(({ place, mark }) => place === 'tab' && mark === 'first-paint');
    expect(paint?.build.median).toBe(200);
    expect(paint?.ratio?.ratios).toEqual([0.5, 2, 1]);
    const docked = figures.find(({ place, mark }) => place === 'docked' && mark === 'first-paint');
    expect(docked?.build.median).toBe(400);
  });

  it('is told in a line a figure, with ratios where two builds were measured', () => {
    const text = printResult(
      resultOf(run, built('a', [100, 100, 130]), built('b', [200, 100, 100])),
    );
    expect(text).toContain("The panel's opening, 3 pairs in each place, Chromium 148\n");
    expect(text).toMatch(
      /in a tab: first paint +100 ms +127 ms +100 ms +190 ms +1\.00 +0\.50 to 1\.30/,
    );
    expect(text).toMatch(/^b +476\.8 kB +147\.6 kB +1537\.6 kB$/m);
  });

  it('says nothing of ratios when one build was measured alone, and names the slowing down', () => {
    const text = printResult(resultOf({ ...run, throttle: 4 }, built('a', [100]), undefined));
    expect(text).toContain('3 runs in each place, Chromium 148, main threads 4 times slower');
    expect(text).not.toContain('ratio');
  });
});
