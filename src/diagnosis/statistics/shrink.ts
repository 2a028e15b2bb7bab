/** A figure on the log scale with the variance of its error. */
export interface Measured {
  readonly log: number;
  readonly variance: number;
}

/** Members of a group are taken to differ by about a fifth before they are seen; weighs as two of them. Chosen by us. */
const GUESS_SPREAD = 0.2;
const GUESS_WEIGHT = 2;

/**
 * Pulls noisy figures of one kind towards their centre, each by as much as its own error bids
 * (empirical Bayes, normal on the log scale; the spread between members by the method of moments).
 * So the best of many is no longer the luckiest, and no further correction for their number is due.
 */
export function shrunk(members: readonly Measured[], centre: number): readonly Measured[] {
  const precise = members.map(({ variance }) => 1 / (variance + GUESS_SPREAD ** 2) ** 2);
  const typical = precise.reduce((most, weight) => Math.max(most, weight), 0);
  let weights = GUESS_WEIGHT * typical;
  let between = GUESS_WEIGHT * typical * GUESS_SPREAD ** 2;
  for (const [place, { log, variance }] of members.entries()) {
    const weight = precise[place] ?? 0;
    weights += weight;
    between += weight * ((log - centre) ** 2 - variance);
  }
  const spread = weights > 0 ? Math.max(0, between / weights) : 0;
  return members.map(({ log, variance }) => {
    const kept = spread === 0 ? 0 : spread / (spread + variance);
    return { log: centre + kept * (log - centre), variance: kept * variance };
  });
}
