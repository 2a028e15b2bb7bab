/** An estimate with its 90 % interval; the interval is absent where nothing is known of the noise. */
export interface Estimate {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}
