import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import { aligned } from '../aligned.ts';
import type { MeasuredStream, MeasureStream } from './in-browser.ts';
import { everything, SEGMENTS, sampled } from './judge-streams.ts';
import { streamOf } from './streamed.ts';

/** How long the streams are, in minutes. */
export const BENCH_MINUTES = [20, 60] as const;

/** How many times fewer bytes the sampled plan is to read, by seconds of a segment. */
const LEAST_FEWER: Readonly<Record<(typeof SEGMENTS)[number], number>> = { 6: 7, 10: 4.5 };

/** Which plans are measured: both, or the sampled one alone, which an hour of takes a minute or two. */
export type BenchPlans = 'both' | 'sampled';

/**
 * Has a browser measure streams of a recording by the plans asked for and prints how many times faster than they play
 * that is, what is read, and what memory it takes. Answers whether the sampled plan reads as little as it is to
 * beside everything, where both are measured.
 *
 * @param file at the bit rate of a LIVE; it begins anew where it ends
 * @param lengths in minutes
 */
export async function benchStreams(
  file: string,
  folder: string,
  lengths: readonly number[],
  plans: BenchPlans,
  measure: MeasureStream,
): Promise<boolean> {
  const rows: string[][] = [
    [
      'minutes',
      'segments',
      'plan',
      'times realtime',
      'of one core',
      'MB',
      'fewer',
      'peak MB',
      'second quarter',
      'last quarter',
    ],
  ];
  let isFew = true;
  for (const minutes of lengths) {
    for (const segment of SEGMENTS) {
      const stream = join(folder, 'bench');
      const length = minutes * MINUTE_SECONDS;
      await streamOf(file, stream, { segment, length });
      const all = plans === 'both' ? await measure(stream, everything(segment)) : undefined;
      const few = await measure(stream, sampled);
      await rm(stream, { recursive: true, force: true });
      const fewer = all && all.measures.bytes / few.measures.bytes;
      isFew &&= fewer === undefined || fewer >= LEAST_FEWER[segment];
      const about = [String(minutes), `${segment} s`];
      const told = all ? [[...about, 'everything', ...costsOf(all, length, '')]] : [];
      const times = fewer === undefined ? '–' : `${fewer.toFixed(1)}×`;
      told.push([...about, 'sampled', ...costsOf(few, length, times)]);
      rows.push(...told);
      // An hour takes many minutes: what is known is told at once.
      for (const line of aligned(told)) console.log(line);
    }
  }
  for (const line of ['', ...aligned(rows)]) console.log(line);
  return isFew;
}

function costsOf({ measures, cost }: MeasuredStream, length: number, fewer: string): string[] {
  const { wall, cpu, held } = cost;
  const megabytes = (bytes: number | undefined): string =>
    bytes === undefined ? '–' : (bytes / 1e6).toFixed(0);
  return [
    `${(length / wall).toFixed(0)}×`,
    `${(length / cpu).toFixed(0)}×`,
    megabytes(measures.bytes),
    fewer,
    megabytes(held?.peak),
    megabytes(held?.second),
    megabytes(held?.last),
  ];
}
