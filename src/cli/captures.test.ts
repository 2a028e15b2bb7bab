import { describe, expect, it } from 'vitest';
import { benchmarkFor } from '../diagnosis/benchmark/benchmark-for.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { derive } from '../sources/seller-center/derive.ts';
import { capturedSession } from '../sources/seller-center/fixtures/captured.ts';

describe("the captured LIVE as Seller Center's answers are read", () => {
  it('has a gap that starts at its GMV per hour and adds up', () => {
    const session = derive(capturedSession());
    const benchmark = benchmarkFor('own', session, []);
    const { gap, history, findings } = diagnose({ session, benchmark, history: [] });
    if (gap.state !== 'split') throw new Error('no split');
    expect(Math.abs(gap.yours / 1494504.447134 - 1)).toBeLessThan(2e-5);
    const sum = gap.steps.reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.abs(sum - (gap.benchmark - gap.yours))).toBeLessThan(1e-9 * gap.benchmark);
    expect(history).toHaveLength(18);
    expect(findings[0]).toMatchObject({ step: 'liveCtr', state: 'gap' });
    expect(findings.filter(({ state }) => state === 'error')).toEqual([]);
  });
});
