import type { JSX } from 'preact';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import { expiryOf } from '../../metrics/board/pinned-expiry.ts';
import { thingName } from '../board/names.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { pinnedReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';

/** What to watch beforehand; says so where it was taken off the board, or has expired. */
export function Watch({ pinned: id }: { pinned: PinnedId }): JSX.Element | null {
  const words = useI18n();
  const { t } = words;
  const { board, now, replay } = useApp();
  const { pinned: all, known } = board.view.value;
  const pinned = all.find((one) => one.id === id);
  if (pinned === undefined) {
    return known ? <p class="quiet small">{t('plan_watch_gone')}</p> : null;
  }
  const request = pinnedReplay(pinned, t('panel_untitled'));
  const name = { name: { kind: 'text', text: thingName(pinned, words) } } as const;
  const { state } = expiryOf(pinned, now.value);
  if (request === undefined || state !== 'playable') {
    const over = state === 'expired';
    return <p class="quiet small">{t(over ? 'plan_watch_over' : 'plan_watch_plain', name)}</p>;
  }
  return (
    <p>
      <Button
        look="link"
        onClick={() => {
          replay.value = request;
        }}
      >
        {t('plan_watch', name)}
      </Button>
    </p>
  );
}
