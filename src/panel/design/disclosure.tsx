import type { ComponentChildren, JSX, ToggleEventHandler } from 'preact';
import { useState } from 'preact/hooks';
import './disclosure.css';
import { useOutOfSightDue } from './out-of-sight.ts';

/** What is shown on demand, under a line that says what it is; the browser's own, so that finding in the page opens it. */
export function Disclosure({
  summary,
  open,
  onToggle,
  class: name = '',
  children,
}: {
  summary: ComponentChildren;
  /** Whether it is open; without it, it is closed until the seller opens it. */
  open?: boolean;
  /** Hears of each opening and closing, the seller's and its own. */
  onToggle?: ToggleEventHandler<HTMLDetailsElement>;
  class?: string;
  children: ComponentChildren;
}): JSX.Element {
  const due = useOutOfSightDue();
  const [wasOpened, setOpened] = useState(open === true);
  return (
    <details
      class={`disclosure ${name}`}
      open={open}
      onToggle={(event) => {
        setOpened(true);
        onToggle?.(event);
      }}
    >
      <summary>{summary}</summary>
      {(due || wasOpened) && children}
    </details>
  );
}
