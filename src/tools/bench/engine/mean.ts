/** A mean with its standard error. */
export interface Estimated {
  readonly mean: number;
  readonly error: number;
  readonly n: number;
}

/** Gathers numbers for their mean and its standard error; NaN where nothing was gathered. */
export class Gathered {
  #n = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#n++;
    this.#sum += value;
    this.#squares += value * value;
  }

  get result(): Estimated {
    const mean = this.#sum / this.#n;
    const variance = Math.max(0, this.#squares / this.#n - mean * mean);
    return { mean, error: Math.sqrt(variance / Math.max(1, this.#n - 1)), n: this.#n };
  }
}
