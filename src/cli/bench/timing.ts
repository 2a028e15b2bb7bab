import { performance } from 'node:perf_hooks';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { assumptions } from './assumptions.ts';
import { drawRoom } from './room.ts';
import { inputOf } from './session.ts';

/** The room that the time goal is set for. */
const HOURS = 12;
const DAYS = 90;

/** Reports made before the clock counts, so that the code is compiled; and reports timed. */
const WARM_UP = 60;
const REPORTS = 300;

/** How long one report takes, in milliseconds, in one thread. */
export interface Timing {
  readonly lives: number;
  readonly reports: number;
  readonly median: number;
  readonly p99: number;
}

/** Times reports on 12-hour rooms with 90 days of LIVEs at the assumed rhythm. */
export function timeReports(seed: string): Timing {
  const lives = Math.floor((DAYS * 24) / assumptions.hoursBetweenStarts.value);
  const inputs = Array.from({ length: 30 }, (_, place) =>
    inputOf(drawRoom(`${seed} timing ${place}`, [HOURS, HOURS], lives).observe()),
  );
  const times = Array.from({ length: WARM_UP + REPORTS }, (_, place) => {
    const input = inputs[place % inputs.length];
    const start = performance.now();
    if (input !== undefined) diagnose(input);
    return performance.now() - start;
  })
    .slice(WARM_UP)
    .sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { lives, reports: REPORTS, median: at(0.5), p99: at(0.99) };
}
