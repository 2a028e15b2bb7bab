/**
 * A set of numbers that come and go, which always knows its k-th smallest: each value has a place of its own among
 * all that will ever be in it, and the counts of places stand in a Fenwick tree. Coming, going and asking take the
 * logarithm of all, so that thousands of LIVEs are fast.
 */
export class RankedWindow {
  readonly #sorted: Float64Array;
  readonly #places: Int32Array;
  readonly #tree: Int32Array;
  readonly #top: number;
  #size = 0;

  /** @param values all that will ever come, each by its place in this list */
  constructor(values: readonly number[]) {
    const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    this.#sorted = Float64Array.from(order, (at) => values[at] ?? 0);
    this.#places = new Int32Array(values.length);
    for (const [place, at] of order.entries()) this.#places[at] = place;
    this.#tree = new Int32Array(values.length + 1);
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, values.length)));
  }

  get size(): number {
    return this.#size;
  }

  /** Takes in the value that stands at `at` in the list, which isn't in it. */
  add(at: number): void {
    this.#change(at, 1);
  }

  /** Lets go of the value that stands at `at` in the list, which is in it. */
  remove(at: number): void {
    this.#change(at, -1);
  }

  #change(at: number, by: 1 | -1): void {
    this.#size += by;
    const { length } = this.#tree;
    for (let node = (this.#places[at] ?? 0) + 1; node < length; node += node & -node) {
      this.#tree[node] = (this.#tree[node] ?? 0) + by;
    }
  }

  /** The k-th smallest value, from 0; undefined where there are fewer. */
  nth(k: number): number | undefined {
    if (k < 0 || k >= this.#size) return undefined;
    let node = 0;
    let left = k;
    for (let step = this.#top; step > 0; step = Math.floor(step / 2)) {
      const next = node + step;
      const count = this.#tree[next];
      if (count === undefined || count > left) continue;
      node = next;
      left -= count;
    }
    return this.#sorted[node];
  }
}
