import { describe, expect, it, vi } from 'vitest';
import { benchmarkFor } from './diagnosis/benchmark/benchmark-for.ts';
import * as histories from './diagnosis/benchmark/history.ts';
import * as comparisons from './diagnosis/comparisons.ts';
import * as currencies from './diagnosis/currency.ts';
import * as kinds from './diagnosis/decomposition/funnel-kind.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import { capturedLive } from './diagnosis/fixtures/captured.ts';
import * as conditions from './diagnosis/potential/conditions.ts';
import * as completion from './metrics/complete/complete-session.ts';
import * as lengths from './metrics/live/length.ts';

vi.mock('./metrics/complete/complete-session.ts', { spy: true });
vi.mock('./metrics/live/length.ts', { spy: true });
vi.mock('./diagnosis/benchmark/history.ts', { spy: true });
vi.mock('./diagnosis/comparisons.ts', { spy: true });
vi.mock('./diagnosis/currency.ts', { spy: true });
vi.mock('./diagnosis/decomposition/funnel-kind.ts', { spy: true });
vi.mock('./diagnosis/potential/conditions.ts', { spy: true });

describe('a diagnosis', () => {
  it.each([
    ['completes the figures', () => completion.completeSession],
    ['reads the currency', () => currencies.currencyOf],
    ['measures the hours', () => lengths.coveredHours],
    ['decides the kind of the funnel', () => kinds.funnelKindOf],
    ['unites the earlier LIVEs', () => histories.historyOf],
    ['matches the earlier LIVEs', () => conditions.matchedLives],
    ['compares the metrics', () => comparisons.comparisonsOf],
  ])('%s of a LIVE once, whatever asks for it', (_fact, spy) => {
    const session = capturedLive();
    const benchmark = benchmarkFor('market', session, []);
    vi.clearAllMocks();
    diagnose({ session, benchmark, history: [] });
    expect(vi.mocked(spy())).toHaveBeenCalledTimes(1);
  });
});
