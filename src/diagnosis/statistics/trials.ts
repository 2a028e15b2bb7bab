/** An interval of a figure, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How often something happened (`k`) in `n` tries. */
export interface Trials {
  readonly k: number;
  readonly n: number;
}
