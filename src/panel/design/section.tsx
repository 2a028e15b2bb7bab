import type { ComponentChildren, JSX } from 'preact';
import './section.css';
import './visually-hidden.css';

/** A section of the page: a landmark with a heading, reachable by the in-page links under `id`. */
export function Section({
  id,
  title,
  isTitleSeen = true,
  aside,
  children,
}: {
  id: string;
  title: string;
  /** Where what the section begins with says it all, the title is for screen readers alone. */
  isTitleSeen?: boolean;
  aside?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <div class="section-head">
        <h2 id={`${id}-title`} class={isTitleSeen ? undefined : 'visually-hidden'}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
