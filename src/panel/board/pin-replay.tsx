import type { JSX } from 'preact';
import type { ReplayRequest } from '../state/replay.ts';
import { PinButton, PinMoment } from './pin-button.tsx';
import { clipToPin, replayToPin } from './pinnable.ts';

/** What can be pinned of a recording: its clip, or of an own replay the second it shows when pressed. */
export function PinReplay({
  asked,
  at,
}: {
  asked: ReplayRequest;
  at: () => number;
}): JSX.Element | null {
  const { whose, live, clip, simulated } = asked;
  if (live !== undefined && clip !== undefined) {
    const feed = whose.kind === 'feed' ? whose.name : undefined;
    return <PinButton pinnable={clipToPin(live, clip, { feed, simulated })} />;
  }
  if (whose.kind !== 'own') return null;
  return <PinMoment momentNow={() => replayToPin(asked, at())} />;
}
