import type { Cell, Scale } from './cells.ts';

/** Half-open: cells `from` to `to` − 1. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * Splits a series into the stretches of constant level that explain it best: the exact optimum of
 * 2 · log-likelihood ÷ noise − `penalty` × changes (optimal partitioning; Jackson et al. 2005).
 * Poisson for amounts, normal on √ for levels; the noise makes both quasi-likelihoods that allow
 * for over-dispersion and for what neighbours have in common. No stretch is shorter than `least`
 * seconds.
 */
export function segmentsOf(
  cells: readonly Cell[],
  scale: Scale,
  noise: number,
  penalty: number,
  least: number,
): readonly Segment[] {
  const n = cells.length;
  const likelihood = likelihoodOf(cells, scale, noise);
  const ends = endsOf(cells);
  const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
  const cut = new Int32Array(n + 1);
  best[0] = penalty;
  for (let to = 1; to <= n; to += 1) {
    const until = ends[to] ?? 0;
    for (let from = 0; from < to && until - (ends[from] ?? 0) >= least; from += 1) {
      const value = (best[from] ?? 0) + likelihood(from, to) - penalty;
      if (value > (best[to] ?? 0)) {
        best[to] = value;
        cut[to] = from;
      }
    }
  }
  const out: Segment[] = [];
  for (let to = n; to > 0; to = out[0]?.from ?? 0) {
    if ((best[to] ?? 0) === Number.NEGATIVE_INFINITY) return [{ from: 0, to: n }];
    out.unshift({ from: cut[to] ?? 0, to });
  }
  return out;
}

function endsOf(cells: readonly Cell[]): Float64Array {
  const ends = new Float64Array(cells.length + 1);
  for (const [place, { seconds }] of cells.entries())
    ends[place + 1] = (ends[place] ?? 0) + seconds;
  return ends;
}

/** Twice the log-likelihood of a stretch at its own level, up to what doesn't depend on the cuts. */
function likelihoodOf(cells: readonly Cell[], scale: Scale, noise: number) {
  const seconds = endsOf(cells);
  const sums = new Float64Array(cells.length + 1);
  for (const [place, cell] of cells.entries()) {
    const value = scale === 'amount' ? cell.amount : Math.sqrt(cell.amount * cell.seconds);
    sums[place + 1] = (sums[place] ?? 0) + value;
  }
  return (from: number, to: number): number => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    const length = (seconds[to] ?? 0) - (seconds[from] ?? 0);
    if (scale === 'level') return (sum * sum) / length / noise;
    return sum <= 0 ? 0 : (2 * sum * Math.log(sum / length)) / noise;
  };
}
