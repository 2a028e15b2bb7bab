import type { JSX } from 'preact';
import { PinReplay } from '../board/pin-replay.tsx';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import type { VideoDeck } from './video-deck.ts';

/** What can be done with what is seen: pinned, or held beside the LIVE in view. */
export function PlayerDeeds({
  asked,
  deck,
}: {
  asked: ReplayRequest;
  deck: VideoDeck;
}): JSX.Element {
  const { t } = useI18n();
  const { room, replay, beside } = useApp();
  const { session } = room.view.value;
  const inView = session?.room.id === asked.room;
  return (
    <div class="player-deeds">
      <PinReplay asked={asked} at={deck.shown} />
      {session !== undefined && !inView && beside.value === undefined && (
        <Button
          icon="beside"
          onClick={() => {
            replay.value = undefined;
            beside.value = asked;
          }}
        >
          {t('streams_beside')}
        </Button>
      )}
    </div>
  );
}
