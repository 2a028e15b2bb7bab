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

/**
 * Has a browser measure streams of a recording by both plans and prints how many times faster than they play
 * that is, what is read, and what memory it takes. Answers whether the sampled plan reads as little as it is to.
 *
 * @param file at the bit rate of a LIVE; it begins anew where it ends
 * @param lengths in minutes
 */
export async function benchStreams(
  file: string,
  folder: string,
  lengths: readonly number[],
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
      const all = await measure(stream, everything(segment));
      const few = await measure(stream, sampled);
      await rm(stream, { recursive: true, force: true });
      const fewer = all.measures.bytes / few.measures.bytes;
      isFew &&= fewer >= LEAST_FEWER[segment];
      const about = [String(minutes), `${segment} s`];
      rows.push([...about, 'everything', ...costsOf(all, length, '')]);
      rows.push([...about, 'sampled', ...costsOf(few, length, `${fewer.toFixed(1)}×`)]);
      // An hour takes many minutes: what is known is told at once.
      for (const line of aligned(rows.slice(-2))) console.log(line);
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
