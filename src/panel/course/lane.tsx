import type { ComponentChildren, JSX } from 'preact';
import './lane.css';

/** Marks on the chart's own scale of time, as list items, with their name where the chart has those of its figures. */
export function Lane({
  name,
  class: look,
  children,
}: {
  name: string;
  class: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="lane-row">
      <span class="lane-name" aria-hidden="true">
        {name}
      </span>
      <ul class={`lane ${look}`} aria-label={name}>
        {children}
      </ul>
    </div>
  );
}
