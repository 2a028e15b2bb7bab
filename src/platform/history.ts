import * as v from 'valibot';

/** Why the reading of earlier LIVEs stands still although the seller didn't stop it. */
export const PauseSchema = v.picklist([
  'seller',
  'signed-out',
  'not-allowed',
  'other-shop',
  'storage',
]);
export type Pause = v.InferOutput<typeof PauseSchema>;

/** How far the reading of the last three months has come, as the panel shows it. Counts are of LIVEs. */
export interface HistoryProgress {
  readonly phase: 'running' | 'paused' | 'stopped' | 'done';
  /** Only of a paused one. */
  readonly pause?: Pause;
  readonly total: number;
  /** Whose figures are read, so that they count as own LIVEs. */
  readonly figures: number;
  /** Read whole, with products and course, or found to be read already. */
  readonly read: number;
  /** Asked for, and not to be had. */
  readonly unreadable: number;
  /** Milliseconds that the rest will take at the pace so far; unknown before the first answer. */
  readonly msLeft?: number;
  /** Whether Seller Center doesn't answer or asked for patience, so that the next try waits. */
  readonly waits: boolean;
}

/** What the seller may say while earlier LIVEs are read. */
export const HistoryOrderSchema = v.picklist(['pause', 'resume', 'stop']);
export type HistoryOrder = v.InferOutput<typeof HistoryOrderSchema>;
