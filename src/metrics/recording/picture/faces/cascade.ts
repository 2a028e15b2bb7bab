import frontal from './frontal-face.json' with { type: 'json' };

/**
 * A cascade of local binary patterns: stages of trees, each of which asks one feature. See README.md on
 * where it comes from.
 */
export interface Cascade {
  /** Points across of what it looks at, which is square. */
  readonly size: number;
  /** Of each feature its place and the size of each of its three by three cells: x, y, width, height. */
  readonly features: Int32Array;
  /** Trees up to and without which each stage goes, and what their answers must add up to. */
  readonly ends: Int32Array;
  readonly thresholds: Float64Array;
  /** Of each tree its feature, a bit for each of 256 patterns, and its answers where that is set and where not. */
  readonly asked: Int32Array;
  readonly patterns: Int32Array;
  readonly answers: Float64Array;
}

/** Integers of 32 bits that hold a bit for each pattern. */
export const PATTERN_WORDS = 8;

/** The cascade for faces that look at the camera. */
export const frontalFaces: Cascade = unpacked(frontal);

function unpacked({ size, features, stages }: typeof frontal): Cascade {
  const trees = stages.flatMap((stage) => stage.trees);
  let end = 0;
  return {
    size,
    features: Int32Array.from(features.flat()),
    ends: Int32Array.from(stages, (stage) => {
      end += stage.trees.length;
      return end;
    }),
    thresholds: Float64Array.from(stages, ({ threshold }) => threshold),
    asked: Int32Array.from(trees, ([feature = 0]) => feature),
    patterns: Int32Array.from(trees.flatMap((tree) => tree.slice(1, 1 + PATTERN_WORDS))),
    answers: Float64Array.from(trees.flatMap((tree) => tree.slice(1 + PATTERN_WORDS))),
  };
}
