import type { ComponentChildren, JSX } from 'preact';
import './chip.css';

export type Tone = 'low' | 'high' | 'warn' | 'accent' | 'plain';
export type Shape = 'down' | 'up' | 'dot' | 'alert';

const shapes: Record<Shape, string> = {
  down: 'M1 2.5h8L5 8z',
  up: 'M1 7.5h8L5 2z',
  dot: 'M5 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  alert: 'M5 .8 9.6 9H.4z',
};

/**
 * A short word with a shape and a colour; the word alone carries the meaning. What is neither up nor down has no shape:
 * a dash before a figure would read as a minus.
 */
export function Chip({
  tone,
  shape,
  children,
}: {
  tone: Tone;
  shape?: Shape | undefined;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <span class={`chip chip-${tone}`}>
      {shape !== undefined && (
        <svg viewBox="0 0 10 10" width="8" height="8" fill="currentColor" aria-hidden="true">
          <path d={shapes[shape]} />
        </svg>
      )}
      {children}
    </span>
  );
}
