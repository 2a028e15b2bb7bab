import { setTimeout as wait } from 'node:timers/promises';

/** Slower than this is no use: a shop of sixty LIVEs would take an hour. */
const SLOWEST_MS = 30_000;
/** Longer than this nobody waits: a later run goes on. */
const LONGEST_REST_MS = 300_000;

/** A question's turn: when it was, or why there is none in this run. */
export type Turn =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly why: 'too-many' | 'spent' | 'stopped' };

/**
 * Spaces the questions of one app, and counts them: its limits are shared by all its shops. Questions
 * wait in a row; when it is to rest, those that wait already rest too.
 */
export class AskingPace {
  private row: Promise<unknown> = Promise.resolve();
  private next = 0;
  private slowedAt = 0;
  private gap: number;

  /**
   * @param usualGap between two questions, in ms
   * @param left how many questions may be asked
   * @param stop once it is aborted, nobody asks any more
   */
  constructor(
    private readonly usualGap: number,
    private left = Number.POSITIVE_INFINITY,
    private readonly stop = new AbortController().signal,
  ) {
    this.gap = usualGap;
  }

  /** Waits for this question's turn. */
  turn(): Promise<Turn> {
    const mine = this.row.then(() => this.first());
    this.row = mine;
    return mine;
  }

  /** The turn of the one that stands first: the others wait until it has asked. */
  private async first(): Promise<Turn> {
    if (this.left <= 0) return { ok: false, why: 'spent' };
    for (let rest = this.rest(); rest > 0; rest = this.rest()) {
      if (rest > Math.max(LONGEST_REST_MS, this.gap)) return { ok: false, why: 'too-many' };
      // Woken at once when the run is stopped.
      await wait(rest, undefined, { signal: this.stop }).catch(() => undefined);
      if (this.stop.aborted) break;
    }
    if (this.stop.aborted) return { ok: false, why: 'stopped' };
    const at = performance.now();
    this.next = at + this.gap;
    this.left -= 1;
    return { ok: true, at };
  }

  private rest(): number {
    return this.next - performance.now();
  }

  /**
   * Too many: nobody asks for so many ms, and then half as often. Several questions that were on their way
   * at once slow it once.
   * @param askedAt the turn of the question that was refused
   */
  slower(restMs: number, askedAt: number): void {
    const now = performance.now();
    if (askedAt >= this.slowedAt) {
      this.gap = Math.max(this.usualGap, Math.min(SLOWEST_MS, this.gap * 2));
      this.slowedAt = now;
    }
    this.next = Math.max(this.next, now + restMs);
  }

  /** It went well: back towards the usual pace, slowly, for the limit is likely to be where it was. */
  faster(): void {
    this.gap = Math.max(this.usualGap, this.gap * 0.99);
  }
}
