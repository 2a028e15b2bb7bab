import type { JSX } from 'preact';
import './waterfall.css';

/** One bar of a waterfall, from and to as CSS lengths of its track: an end, a loss or a gain. */
export function WaterfallBar({
  label,
  detail,
  from,
  to,
  look,
  figure,
}: {
  label: string;
  detail?: string;
  from: string;
  to: string;
  look: 'end' | 'low' | 'high';
  figure: string;
}): JSX.Element {
  return (
    <li>
      <span class="waterfall-label">
        {label}
        {detail !== undefined && <small class="quiet">{detail}</small>}
      </span>
      <span class="waterfall-track" aria-hidden="true">
        <i class={`waterfall-bar waterfall-${look}`} style={{ '--from': from, '--to': to }} />
      </span>
      <span class="waterfall-figure">{figure}</span>
    </li>
  );
}
