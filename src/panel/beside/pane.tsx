import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { playerClock } from '../replay/clock.ts';
import { Screen } from '../replay/screen.tsx';
import type { VideoDeck } from '../replay/video-deck.ts';
import { WhoseReplay } from '../replay/whose.tsx';
import type { ReplayRequest } from '../state/replay.ts';

/** One of the two recordings: whose it is, where it stands, and whether it is the one that is heard. */
export function Pane({
  name,
  asked,
  deck,
  heard,
  onHear,
  onTap,
}: {
  name: string;
  asked: ReplayRequest;
  deck: VideoDeck;
  heard: boolean;
  onHear: () => void;
  onTap: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const label = t('streams_hear', { name: { kind: 'text', text: name } });
  return (
    <div class="pane">
      <div class="pane-head">
        <b class="clip-text" dir="auto">
          {name}
        </b>
        <span class="pane-time">{playerClock(deck.time.value)}</span>
        <button
          type="button"
          class={heard ? 'icon-button pane-heard' : 'icon-button'}
          aria-pressed={heard}
          aria-label={label}
          title={label}
          onClick={onHear}
        >
          <Icon name={heard ? 'sound' : 'mute'} size={14} />
        </button>
      </div>
      <Screen asked={asked} deck={deck} onTap={onTap}>
        <WhoseReplay asked={asked} isNarrow />
      </Screen>
    </div>
  );
}
