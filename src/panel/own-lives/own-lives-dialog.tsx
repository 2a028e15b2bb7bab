import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { creatorName } from '../creator-name.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import { type ListedLive, listedLives } from './listed-lives.ts';
import { liveText, OwnLiveRow } from './own-live-row.tsx';

/** Which LIVEs count as own ones of the LIVE in view, to be counted in and left out one by one. */
export function OwnLivesDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const { own, room } = useApp();
  const lives = useOpeningOrder(listedLives(own.view.value));
  const { session } = room.view.value;
  const account = session && creatorName(session.room);
  const changed = own.changed.value;
  const fault = own.fault.value;
  return (
    <Dialog title={t('own_title')} onClose={onClose}>
      <div class="own-lives">
        <p>
          {own.view.value.account === undefined
            ? t('own_what_unknown')
            : account === undefined
              ? t('own_what')
              : t('own_what_of', { account: { kind: 'text', text: account } })}
        </p>
        {fault !== undefined && <Notice tone="fault">{write(fault.text)}</Notice>}
        {changed !== undefined && (
          <Notice actions={<Button onClick={() => void own.undo()}>{t('own_undo')}</Button>}>
            {t(changed.counts ? 'own_said_in' : 'own_said_out', {
              live: { kind: 'text', text: liveText(changed.live, words) },
            })}
          </Notice>
        )}
        <ul aria-label={t('own_title')}>
          {lives.map((listed) => (
            <OwnLiveRow key={listed.live.id} listed={listed} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/**
 * The LIVEs as they stood when the window was opened, those left out first: one that is ticked stays
 * where it is, and the focus with it. What comes later stands at the end.
 */
function useOpeningOrder(lives: readonly ListedLive[]): readonly ListedLive[] {
  const places = useRef(new Map<string, number>());
  for (const { live } of lives) {
    if (!places.current.has(live.id)) places.current.set(live.id, places.current.size);
  }
  const placeOf = ({ live }: ListedLive): number => places.current.get(live.id) ?? 0;
  return lives.toSorted((one, other) => placeOf(one) - placeOf(other));
}
