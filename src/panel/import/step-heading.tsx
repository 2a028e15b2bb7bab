import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The heading of a step of the import; it takes the focus when the step begins, so that it is read out.
 * A window that opens with it gives the focus to what is marked for it.
 */
export function StepHeading({ text }: { text: string }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} autofocus class="import-heading">
      {text}
    </h3>
  );
}
