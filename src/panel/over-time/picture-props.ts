import type { JSX } from 'preact';
import type { OverTime, Reach } from '../state/over-time.ts';
import type { OpenLive } from './open-live.ts';

/** What a picture of LIVEs over time is drawn of. */
export interface PictureProps {
  readonly over: OverTime;
  readonly reach: Reach;
  readonly open: OpenLive;
  /** The choice of how far back is looked. */
  readonly choice: JSX.Element;
  /** Looks at all LIVEs; undefined where that is done. */
  readonly onAll: (() => void) | undefined;
}
