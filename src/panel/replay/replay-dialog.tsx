import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { partOf } from '../../metrics/live/recording.ts';
import { Dialog } from '../design/dialog.tsx';
import { MeasureLine } from '../recording/measure-line.tsx';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { ClockLine } from './clock-line.tsx';
import { Controls } from './controls.tsx';
import { CutLine } from './cut-line.tsx';
import { createPlayback } from './playback.ts';
import { PlayerDeeds } from './player-deeds.tsx';
import './replay.css';
import { Screen } from './screen.tsx';
import { usePlayerKeys, useVideoDeck } from './use-player.ts';
import { WhoseReplay } from './whose.tsx';

/** The recording that was asked for, over the panel. A part starts at its beginning and keeps to itself. */
export function ReplayDialog(): JSX.Element | null {
  const { replay } = useApp();
  const asked = replay.value;
  if (asked === undefined) return null;
  return (
    <Player
      asked={asked}
      onClose={() => {
        replay.value = undefined;
      }}
    />
  );
}

function Player({ asked, onClose }: { asked: ReplayRequest; onClose: () => void }): JSX.Element {
  const { player } = useApp();
  const deck = useVideoDeck(asked, asked.from);
  const playback = useMemo(
    () => createPlayback(deck, partOf(asked), player),
    [deck, asked, player],
  );
  useLayoutEffect(() => playback.dispose, [playback]);
  useLayoutEffect(() => effect(() => deck.setMuted(player.muted.value)), [deck, player]);
  const keys = usePlayerKeys(playback);
  return (
    <div class="replay">
      <Dialog title={asked.title} onClose={onClose} onKey={keys.onKey}>
        <section ref={keys.frame} class="player" aria-label={asked.title} tabIndex={-1}>
          <Screen asked={asked} deck={deck} onTap={playback.toggle}>
            <WhoseReplay asked={asked} />
          </Screen>
          <Controls playback={playback} keys={keys} />
        </section>
        <CutLine playback={playback} />
        <ClockLine asked={asked} deck={deck} />
        <PlayerDeeds asked={asked} deck={deck} />
        <MeasureLine asked={asked} />
      </Dialog>
    </div>
  );
}
