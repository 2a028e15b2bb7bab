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
  return (
    <div class="pane">
      <div class="pane-head">
        <b>{name}</b>
        <span class="quiet clip-text">{asked.title}</span>
      </div>
      <Screen asked={asked} deck={deck} onTap={onTap}>
        <WhoseReplay asked={asked} />
      </Screen>
      <div class="pane-foot">
        <span class="pane-time">{playerClock(deck.time.value)}</span>
        <button
          type="button"
          class={heard ? 'pane-sound pane-heard' : 'pane-sound'}
          aria-pressed={heard}
          aria-label={t('streams_hear', { name: { kind: 'text', text: name } })}
          onClick={onHear}
        >
          <Icon name={heard ? 'sound' : 'mute'} size={14} />
          {t('streams_sound')}
        </button>
      </div>
    </div>
  );
}
