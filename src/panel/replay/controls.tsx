import type { JSX } from 'preact';
import { useApp } from '../state/app.ts';
import { KeyList } from './key-list.tsx';
import type { Playback } from './playback.ts';
import { PlayerControls } from './transport.tsx';
import type { PlayerKeys } from './use-player.ts';
import { canPlay } from './video-deck.ts';

/** The row under a recording, and the list of keys while it is asked for. */
export function Controls({
  playback,
  keys: { help, full },
}: {
  playback: Playback;
  keys: PlayerKeys;
}): JSX.Element {
  const { player } = useApp();
  return (
    <>
      <PlayerControls
        playback={playback}
        choices={player}
        disabled={!canPlay(playback.deck.state.value)}
        onFull={full}
        onHelp={() => {
          help.value = !help.value;
        }}
        help={help.value}
      />
      {help.value && <KeyList />}
    </>
  );
}
