import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The heading of a step of the import; it takes the focus when the step begins, so that it is read out. */
export function StepHeading({ text }: { text: string }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // Not before the window around it has opened, which gives the focus to its first button.
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} class="import-heading">
      {text}
    </h3>
  );
}
