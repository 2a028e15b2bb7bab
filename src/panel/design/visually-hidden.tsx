import type { ComponentChildren, JSX } from 'preact';
import './visually-hidden.css';

/** Words for screen readers alone. */
export function VisuallyHidden({ children }: { children: ComponentChildren }): JSX.Element {
  return <span class="visually-hidden">{children}</span>;
}
