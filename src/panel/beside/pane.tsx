import type { JSX } from 'preact';
import { Icon } from '../design/icon.tsx';
import { useWords } from '../design/words.ts';
import { clock } from '../replay/clock.ts';
import type { Recording } from '../replay/recording.ts';
import { Screen } from '../replay/screen.tsx';
import { Whose } from '../replay/whose.tsx';
import type { ReplayRequest } from '../state/replay.ts';

/** One of the two recordings: whose it is, where it stands, and whether it is the one that is heard. */
export function Pane({
  name,
  asked,
  recording,
  heard,
  onHear,
  onTap,
}: {
  name: string;
  asked: ReplayRequest;
  recording: Recording;
  heard: boolean;
  onHear: () => void;
  onTap: () => void;
}): JSX.Element {
  const { say } = useWords();
  return (
    <div class="pane">
      <div class="pane-head">
        <b>{name}</b>
        <span class="quiet clip-text">{asked.title}</span>
      </div>
      <Screen asked={asked} recording={recording} onTap={onTap}>
        <Whose asked={asked} />
      </Screen>
      <div class="pane-foot">
        <span class="pane-time">{clock(recording.time.value)}</span>
        <button
          type="button"
          class={heard ? 'pane-sound pane-heard' : 'pane-sound'}
          aria-pressed={heard}
          aria-label={say('streams_hear', { name: { kind: 'text', text: name } })}
          onClick={onHear}
        >
          <Icon name={heard ? 'sound' : 'mute'} size={14} />
          {say('streams_sound')}
        </button>
      </div>
    </div>
  );
}
