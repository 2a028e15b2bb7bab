import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../metrics/benchmark.ts';
import { money } from '../metrics/money.ts';
import { fixtureMeasures } from '../metrics/recording/measures.fixture.ts';
import type { Session } from '../metrics/session.ts';
import { benchmarkFor, type OwnedBasis } from './benchmark/benchmark-for.ts';
import { evenly, quietRoom } from './course/quiet/fixture.ts';
import { whatIf } from './decomposition/what-if.ts';
import { diagnose } from './diagnose.ts';
import type { Factor } from './factor.ts';
import { arbitraryHistory, arbitrarySession } from './fixtures/arbitrary.ts';
import { bareLive, capturedLive, scalar } from './fixtures/captured.ts';
import { isBehind } from './metric-verdict.ts';
import type { RecordingsMeasured } from './recording/measured-live.ts';
import { recordingJudgeOf } from './recording/recording-judge.ts';
import { type Report, type StepId, stepIds } from './report.ts';

const report = (session: Session, basis: OwnedBasis, factors?: readonly Factor[]): Report =>
  diagnose({
    session,
    benchmark: benchmarkFor(basis, session, []),
    history: [],
    ...(factors === undefined ? {} : { options: { factors } }),
  });

const text = { key: 'report_summary_missing' } as const;
/** A factor for each step that says what the comparison says. */
const stepFactors = stepIds.map(
  (id: StepId): Factor => ({
    id,
    title: `metric_${id}_name`,
    lever: 'how-to-sell',
    group: 'interaction-conversion',
    owners: ['host'],
    moneyOf: id,
    advises: [{ key: `step_${id}_how`, deed: `step_${id}_deed` }],
    evaluate: ({ compare }) =>
      isBehind(compare(id))
        ? { state: 'gap', brief: text, seen: text, evidence: [] }
        : { state: 'fine', brief: text, seen: text, evidence: [] },
  }),
);

const withoutNumbers = (value: unknown, path = 'report'): string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => withoutNumbers(part, `${path}.${key}`));
};

describe('the report of the captured LIVE', () => {
  it('against the own LIVEs splits the gap and names the first step to fix', () => {
    const { gap, findings, standing, summary, ...rest } = report(
      capturedLive(),
      'own',
      stepFactors,
    );
    expect(rest).toMatchObject({ version: 1, basis: 'own', currency: 'VND', simulated: false });
    if (gap.state !== 'split') throw new Error('no split');
    expect(gap.method).toBe('lmdi');
    expect(Math.abs(gap.yours / 1494504.447134 - 1)).toBeLessThan(2e-5);
    const sum = gap.steps.reduce((total, { contribution }) => total + contribution, 0);
    expect(Math.abs(sum - (gap.benchmark - gap.yours))).toBeLessThan(1e-9 * gap.benchmark);
    // LIVE CTR 0.33 against 0.49 in the best quarter of 18 LIVEs (8 standard errors); CTOR 0.085 against 0.13, off 21 orders.
    expect(findings[0]).toMatchObject({ factor: 'liveCtr', state: 'gap', step: 'liveCtr' });
    expect(findings[1]).toMatchObject({ factor: 'ctor', state: 'gap', step: 'ctor' });
    expect(findings[0]?.money?.low).toBeLessThan(findings[0]?.money?.value ?? 0);
    expect(findings[0]?.sureness).toBeGreaterThan(0.8);
    expect(summary.key).toBe('report_summary_fix');
    // 1,494,504 an hour against an own p25 of 1,511,000.
    expect(standing).toBe('need-attention');
  });

  it("against TikTok's market comparison marks where own medians stand in", () => {
    const { gap, history } = report(capturedLive(), 'market', stepFactors);
    if (gap.state !== 'split') throw new Error('no split');
    expect(gap.steps.map(({ benchmark }) => benchmark.basis)).toEqual([
      'own',
      'market',
      'own',
      'own',
      'market',
    ]);
    expect(history).toHaveLength(18);
  });

  it('is the same for the same input, and leaves the input as it was', () => {
    const session = capturedLive();
    const before = structuredClone(session);
    expect(report(session, 'own')).toEqual(report(session, 'own'));
    expect(session).toEqual(before);
  });

  it('goes by the violations first', () => {
    const violations = [{ reason: 'unverified claim' }];
    expect(report({ ...capturedLive(), violations }, 'own').standing).toBe('risk');
  });

  it('can improve below the market where its own past is not known, or not better', () => {
    const live = capturedLive();
    const alone = { ...live, comparisons: { ...live.comparisons, own: {} } };
    expect(report(alone, 'market').standing).toBe('can-improve');
  });
});

describe('a report on a LIVE whose recording was measured', () => {
  it('says of what was measured, marked as such, and asks for it where it wasn’t', () => {
    const session = capturedLive();
    const own = fixtureMeasures({ room: session.room.id, picture: () => ({ light: 20 }) });
    const findings = (recordings?: RecordingsMeasured) =>
      diagnose({
        session,
        benchmark: benchmarkFor('market', session, []),
        history: [],
        recordings: recordings && recordingJudgeOf(recordings),
      }).findings.filter(({ isMeasured }) => isMeasured);
    expect(findings({ own, past: [] })).toContainEqual(
      expect.objectContaining({ factor: 'dark-picture', state: 'gap' }),
    );
    expect(new Set(findings().map(({ state }) => state))).toEqual(new Set(['cannot-judge']));
  });
});

describe('a report without all its inputs', () => {
  it('names what is missing and judges nothing', () => {
    const { gap, standing, summary, findings } = report(
      bareLive({ views: scalar(10) }),
      'own',
      stepFactors,
    );
    expect(gap).toEqual({ state: 'missing', yours: [...stepIds], benchmark: [...stepIds] });
    expect(standing).toBe('unknown');
    expect(summary.key).toBe('report_summary_missing_yours_more');
    expect(findings.every(({ money }) => money === undefined)).toBe(true);
  });

  it('says so where the benchmark alone is missing', () => {
    const live = capturedLive();
    const alone = { ...live, comparisons: { market: {}, own: {} } };
    const { gap, summary } = report(alone, 'own');
    expect(gap).toEqual({ state: 'missing', yours: [], benchmark: [...stepIds] });
    expect(summary.key).toBe('report_summary_missing_benchmark_more');
  });

  it('is healthy where no step falls short', () => {
    const metrics: Benchmark['metrics'] = Object.fromEntries(
      stepIds.map((id) => [id, { kind: 'line', value: 1e-3 }]),
    );
    const benchmark: Benchmark = { basis: 'feed', metrics };
    const session = { ...capturedLive(), comparisons: { market: {}, own: {} } };
    const { standing, summary } = diagnose({ session, benchmark, history: [] });
    expect(summary.key).toBe('report_summary_fine');
    expect(standing).toBe('normal');
  });
});

describe('how a LIVE went', () => {
  it('rests on figures that follow from others as the factors do, GMV per hour alone among them', () => {
    const session = quietRoom({ gmv: evenly(24, 100, [10, 14], 0), views: evenly(24, 80) });
    const { gmv, ...others } = session.figures;
    if (gmv === undefined) throw new Error('The fixture has no GMV.');
    // Two hours long.
    const perHour = money(String(Number(gmv.money.amount) / 2), gmv.money.currency);
    const figures = { ...others, gmvPerHour: { ...gmv, money: perHour } };
    const benchmark = benchmarkFor('market', session, []);
    const found = diagnose({ session: { ...session, figures }, benchmark, history: [] });
    const factor = found.findings.find(({ factor }) => factor === 'quiet-stretch');
    const { quiet } = found.timeline;
    expect(factor?.stretches).toHaveLength(1);
    expect(quiet.state === 'told' && quiet.value.map(({ from, to }) => ({ from, to }))).toEqual(
      factor?.stretches,
    );
  });
});

describe('any session', () => {
  it.each(['market', 'own'] as const)('has a report of numbers against %s', (basis) => {
    fc.assert(
      fc.property(arbitrarySession, arbitraryHistory, (session, history) => {
        const benchmark = benchmarkFor(basis, session, history);
        for (const factors of [stepFactors, undefined]) {
          const found = diagnose({
            session,
            benchmark,
            history,
            ...(factors === undefined ? {} : { options: { factors } }),
          });
          const imagined = whatIf(found, { steps: { ctor: 0.1 } });
          expect(withoutNumbers({ ...found, imagined, history: [] })).toEqual([]);
          if (found.gap.state === 'split') {
            const { yours, benchmark: target, steps } = found.gap;
            const sum = steps.reduce((total, { contribution }) => total + contribution, 0);
            // Steps far larger than their sum cancel: twelve digits of the largest part are what numbers can hold.
            const parts = [yours, target, ...steps.map(({ contribution }) => contribution)];
            const size = Math.max(...parts.map(Math.abs), 1);
            expect(Math.abs(sum - (target - yours)) / size).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
