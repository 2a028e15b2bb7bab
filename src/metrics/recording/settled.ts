import type { Cut } from '../live/recording.ts';
import { seconds } from '../time.ts';
import { isWorthSaying } from './measured-length.ts';
import type { RecordingMeasures } from './measures.ts';
import { standingMeasures } from './standing.ts';

/**
 * Where a part of a recording is neither measured nor known not to be readable, in its order; empty where that isn't
 * worth another try. What couldn't be read stands for as much as a measure would.
 */
export function unsettledIn(
  { pictures, sounds, left, plan, length }: RecordingMeasures,
  part: Cut,
): readonly Cut[] {
  const to = Math.min(part.to, length);
  const settledBy = (rows: readonly { readonly second: number }[], every: number) => {
    const tried = [...rows, ...left.map(({ from: second }) => ({ second }))];
    const inOrder = tried.toSorted((one, other) => one.second - other.second);
    return [...standingMeasures(inOrder, every, length), ...left];
  };
  const byPictures = pictures.length > 0 || sounds.length === 0;
  const gaps = [
    ...(byPictures ? gapsBetween(settledBy(pictures, plan.pictureEvery), part.from, to) : []),
    ...(sounds.length > 0 ? gapsBetween(settledBy(sounds, plan.soundEvery), part.from, to) : []),
  ];
  const all = gapsBetween(gapsBetween(gaps, part.from, to), part.from, to);
  const missing = all.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  return isWorthSaying(missing, to - part.from) ? all : [];
}

/** What of a stretch no span covers, in order. */
function gapsBetween(
  spans: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): readonly Cut[] {
  const gaps: Cut[] = [];
  let covered = from;
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const end = Math.min(span.from, to);
    if (end > covered) gaps.push({ from: seconds(covered), to: seconds(end) });
    covered = Math.max(covered, span.to);
  }
  return covered < to ? [...gaps, { from: seconds(covered), to: seconds(to) }] : gaps;
}
