import { setTimeout as wait } from 'node:timers/promises';

/** Slower than this is no use: a shop of sixty LIVEs would take an hour. */
const SLOWEST_MS = 30_000;

/** Spaces the questions of one app: its limit is shared by all its shops. */
export class AskingPace {
  private next = 0;
  private gap: number;

  constructor(private readonly usualGap: number) {
    this.gap = usualGap;
  }

  /** Waits for this question's turn. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.next);
    this.next = at + this.gap;
    if (at > now) await wait(at - now);
  }

  /** Too many: nobody asks for so many ms, and then half as often. */
  slower(restMs: number): void {
    this.gap = Math.min(SLOWEST_MS, this.gap * 2);
    this.next = Math.max(this.next, performance.now() + restMs);
  }

  /** It went well: back towards the usual pace. */
  faster(): void {
    this.gap = Math.max(this.usualGap, this.gap * 0.95);
  }
}
