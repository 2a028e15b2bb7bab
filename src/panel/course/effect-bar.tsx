import type { JSX } from 'preact';
import './effect-bar.css';

/** What one cause did to GMV per hour, as a bar, from and to as CSS lengths of its track: a loss or a gain. */
export function EffectBar({
  label,
  from,
  to,
  look,
  figure,
}: {
  label: string;
  from: string;
  to: string;
  look: 'low' | 'high';
  figure: string;
}): JSX.Element {
  return (
    <li>
      <span class="effects-label">{label}</span>
      <span class="effects-track" aria-hidden="true">
        <i class={`effects-bar effects-${look}`} style={{ '--from': from, '--to': to }} />
      </span>
      <span class="effects-figure">{figure}</span>
    </li>
  );
}
