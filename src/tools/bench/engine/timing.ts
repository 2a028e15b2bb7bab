import { performance } from 'node:perf_hooks';
import { benchmarkFor } from '../../../diagnosis/benchmark/benchmark-for.ts';
import { type DiagnosisInput, diagnose } from '../../../diagnosis/diagnose.ts';
import type { TargetChoice } from '../../../diagnosis/report.ts';
import { assumptions } from './assumptions.ts';
import { drawRoom } from './room.ts';
import { simulatedInput } from './session.ts';

/** The room that the time goal is set for. */
const HOURS = 12;
const DAYS = 90;

/** Rooms opened before the clock counts, so that the code is compiled; and rooms timed. */
const WARM_UP = 60;
const REPORTS = 300;

/** Milliseconds in one thread. */
interface Spent {
  readonly median: number;
  readonly p99: number;
}

/** How long one report takes: the first of a room, and one after the seller chose another target. */
export interface Timing {
  readonly lives: number;
  readonly reports: number;
  readonly first: Spent;
  readonly again: Spent;
}

/**
 * Times reports on 12-hour rooms with 90 days of LIVEs at the assumed rhythm, with their benchmark,
 * as the panel makes them. Every room comes as a copy that nothing was worked out of before, as a
 * message brings it. After a choice the panel has the same session and figures in a new list, and so
 * has the second report.
 */
export function timeReports(seed: string): Timing {
  const lives = Math.floor((DAYS * 24) / assumptions.hoursBetweenStarts.value);
  const inputs = Array.from({ length: 30 }, (_, place) =>
    simulatedInput(drawRoom(`${seed} timing ${place}`, [HOURS, HOURS], lives).observe()),
  );
  const first: number[] = [];
  const again: number[] = [];
  while (first.length < WARM_UP + REPORTS) {
    for (const input of inputs) {
      const { session, history } = structuredClone(input);
      first.push(timed(session, history, 'attainable'));
      const sameLives = history.map((live) => ({ ...live }));
      again.push(timed(session, sameLives, 'peer'));
    }
  }
  return { lives, reports: REPORTS, first: spent(first), again: spent(again) };
}

function timed(
  session: DiagnosisInput['session'],
  history: DiagnosisInput['history'],
  kind: Exclude<TargetChoice['kind'], 'custom'>,
): number {
  const start = performance.now();
  const benchmark = benchmarkFor('market', session, history);
  diagnose({ session, benchmark, history, options: { target: { kind } } });
  return performance.now() - start;
}

function spent(times: readonly number[]): Spent {
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}
