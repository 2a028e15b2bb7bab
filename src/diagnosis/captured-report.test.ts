import { expect, it } from 'vitest';
import { benchmarkFor } from './benchmark/benchmark-for.ts';
import { diagnose } from './diagnose.ts';
import { capturedLive } from './fixtures/captured.ts';

/** Digits that every machine agrees on; the last of a logarithm may differ from one to another. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;

/** `npx vitest run src/diagnosis/captured-report.test.ts -u` renews it; what changed shows in its diff. */
it('gives the captured LIVE the report that stands beside it', async () => {
  const session = capturedLive();
  const benchmark = benchmarkFor('market', session, []);
  const report = diagnose({ session, benchmark, history: [] });
  await expect(`${JSON.stringify(report, rounded, 2)}\n`).toMatchFileSnapshot(
    'fixtures/captured-report.json',
  );
});
