import type { JSX } from 'preact';
import './skeleton.css';

/** A grey stand-in of the final size (CSS lengths) while figures load. */
export function Skeleton({ width, height }: { width?: string; height?: string }): JSX.Element {
  return <span class="skeleton" aria-hidden="true" style={{ '--w': width, '--h': height }} />;
}
