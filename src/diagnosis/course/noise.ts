import type { Cell, Scale } from './cells.ts';

/** Blocks that are held against each other are this long: one product's turn, and longer than most waves of viewers. */
const BLOCK_SECONDS = 15 * 60;

/**
 * A LIVE's pace drifts without any event: by about 15 % around its mean, in waves of about ten
 * minutes. Chosen by us; it is the guess that the LIVE's own blocks correct, and weighs as this many of them.
 */
const DRIFT = 0.15;
const WAVE_SECONDS = 10 * 60;
const GUESS_BLOCKS = 8;

/** Blocks that scatter by more than this many guesses tell of changes, not of drift: a drift of a quarter is three. Chosen by us. */
const MOST_GUESSES = 3;

/**
 * The larger half of the differences is left out, so that a change between two blocks doesn't count as
 * noise; of a χ² with one degree of freedom the rest averages this much.
 */
const KEPT = 0.5;
const KEPT_MEAN = 0.1426;

/**
 * How far the sums of neighbouring intervals scatter in the long run, with what they have in common:
 * as a multiple of plain counting for amounts (1 is Poisson), as variance × seconds of √level for levels.
 * From differences between neighbouring blocks (after Wu & Zhao 2007), so that a few lasting
 * changes don't raise it; pooled with a guess, since a LIVE has few blocks.
 */
export function noiseOf(cells: readonly Cell[], scale: Scale): number {
  const seconds = cells.reduce((sum, cell) => sum + cell.seconds, 0);
  const total = cells.reduce((sum, cell) => sum + cell.amount, 0);
  const pace = total / seconds;
  const swing = DRIFT * DRIFT * 2 * WAVE_SECONDS;
  const guess = scale === 'amount' ? 1 + pace * swing : (pace * swing + WAVE_SECONDS / 10) / 4;
  const seen = differences(cells, scale).sort((a, b) => a - b);
  const kept = seen.slice(0, Math.ceil(seen.length * KEPT));
  const blocks = Math.max(0, seconds / BLOCK_SECONDS - 1);
  if (kept.length < 3) return guess;
  const own = kept.reduce((sum, value) => sum + value, 0) / kept.length / KEPT_MEAN;
  const drift = Math.min(own, MOST_GUESSES * guess);
  const pooled = (blocks * drift + GUESS_BLOCKS * guess) / (blocks + GUESS_BLOCKS);
  return scale === 'amount' ? Math.max(1, pooled) : pooled;
}

/** Squared differences of neighbouring blocks at every offset, each in units of the noise. */
function differences(cells: readonly Cell[], scale: Scale): number[] {
  const typical = cells.reduce((sum, { seconds }) => sum + seconds, 0) / cells.length;
  const size = Math.max(1, Math.round(BLOCK_SECONDS / typical));
  const out: number[] = [];
  for (let at = 0; at + 2 * size <= cells.length; at += 1) {
    const first = blockOf(cells, at, size, scale);
    const second = blockOf(cells, at + size, size, scale);
    const each = 1 / first.seconds + 1 / second.seconds;
    const level =
      scale === 'amount' ? (first.sum + second.sum) / (first.seconds + second.seconds) : 1;
    if (level <= 0) continue;
    out.push((first.sum / first.seconds - second.sum / second.seconds) ** 2 / (level * each));
  }
  return out;
}

function blockOf(cells: readonly Cell[], from: number, size: number, scale: Scale) {
  let sum = 0;
  let seconds = 0;
  for (let at = from; at < from + size; at += 1) {
    const cell = cells[at];
    if (cell === undefined) continue;
    seconds += cell.seconds;
    sum += scale === 'amount' ? cell.amount : Math.sqrt(cell.amount / cell.seconds) * cell.seconds;
  }
  return { sum, seconds };
}
