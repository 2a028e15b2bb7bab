import { type Signal, signal } from '@preact/signals';

/** How fast a recording may play. */
export const speeds = [1, 1.5, 2] as const;
export type Speed = (typeof speeds)[number];

/** How the seller watches; kept as long as the panel lives. */
export interface PlayerChoices {
  /** Whether a part starts over at its end. */
  readonly loop: Signal<boolean>;
  readonly speed: Signal<Speed>;
  readonly muted: Signal<boolean>;
}

/** A part is looped at first: it is short, and is watched to be learnt from. */
export const createPlayerChoices = (): PlayerChoices => ({
  loop: signal(true),
  speed: signal<Speed>(1),
  muted: signal(false),
});
