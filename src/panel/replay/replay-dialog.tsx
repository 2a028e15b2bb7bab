import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { PinReplay } from '../board/pin-replay.tsx';
import { Button } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { clock } from './clock.ts';
import { KeyList } from './key-list.tsx';
import { createPlayback, type Playback } from './playback.ts';
import { canPlay } from './recording.ts';
import './replay.css';
import { Screen } from './screen.tsx';
import { Transport } from './transport.tsx';
import { usePlayerKeys, useRecording } from './use-player.ts';

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
  const recording = useRecording(asked, asked.cut?.from ?? asked.at ?? 0);
  const playback = useMemo(
    () => createPlayback(recording, asked.cut, player),
    [recording, asked, player],
  );
  useEffect(() => playback.dispose, [playback]);
  useEffect(() => effect(() => recording.setMuted(player.muted.value)), [recording, player]);
  const { frame, help, full, onKey } = usePlayerKeys(playback);
  return (
    <div class="replay">
      <Dialog title={asked.title} onClose={onClose} onKey={onKey}>
        <section ref={frame} class="player" aria-label={asked.title} tabIndex={-1}>
          <Screen asked={asked} recording={recording} onTap={playback.toggle}>
            <Whose asked={asked} />
          </Screen>
          <Transport
            playback={playback}
            choices={player}
            disabled={!canPlay(recording.state.value)}
            onFull={full}
            onHelp={() => {
              help.value = !help.value;
            }}
            help={help.value}
          />
          {help.value && <KeyList />}
        </section>
        <div class="replay-foot">
          <CutLine playback={playback} />
          <PinReplay asked={asked} at={() => recording.time.value} />
        </div>
      </Dialog>
    </div>
  );
}

/** From where it is, where that isn't the seller's own shop, and that it is simulated where it is. */
function Whose({ asked }: { asked: ReplayRequest }): JSX.Element | null {
  const { say } = useWords();
  const { whose, simulated } = asked;
  if (whose.kind === 'own' && simulated !== true) return null;
  return (
    <span class="screen-label row">
      {whose.kind === 'feed' && <Chip tone="plain">{whose.name}</Chip>}
      {simulated === true && <Chip tone="warn">{say('streams_simulated')}</Chip>}
    </span>
  );
}

/** Which part is played, and the way into the rest of the recording and back. */
export function CutLine({ playback }: { playback: Playback }): JSX.Element | null {
  const { say } = useWords();
  const { cut, whole } = playback;
  if (cut === undefined) return null;
  return (
    <p class="replay-cut">
      {say('streams_part', {
        from: { kind: 'text', text: clock(cut.from) },
        to: { kind: 'text', text: clock(cut.to) },
      })}
      <Button look="link" onClick={() => playback.setWhole(!whole.value)}>
        {say(whole.value ? 'streams_part_only' : 'streams_whole')}
      </Button>
    </p>
  );
}
