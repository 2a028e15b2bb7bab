import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { creatorName } from '../creator-name.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { datedName } from '../live-name.ts';
import { useApp } from '../state/app.ts';
import { type ListedLive, listedLives } from './listed-lives.ts';
import { OwnLiveRow } from './own-live-row.tsx';

/** Which LIVEs count as own ones of the LIVE in view, to be counted in and left out one by one. */
export function OwnLivesDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const { own, room } = useApp();
  const groups = useOpeningGroups(listedLives(own.view.value));
  const id = useId();
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
              live: { kind: 'text', text: datedName(changed.live.room, words) },
            })}
          </Notice>
        )}
        {(['leftOut', 'counted'] as const).map(
          (group) =>
            groups[group].length > 0 && (
              <div key={group}>
                <h3 id={`${id}-${group}`}>{t(headings[group])}</h3>
                <ul aria-labelledby={`${id}-${group}`}>
                  {groups[group].map((listed) => (
                    <OwnLiveRow key={listed.live.id} listed={listed} />
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
    </Dialog>
  );
}

type Group = 'leftOut' | 'counted';

const headings = { leftOut: 'own_group_left_out', counted: 'own_group_counted' } as const;

/**
 * The LIVEs as they stood when the window was opened: one that is ticked stays where it is, and the focus with it.
 * What comes later stands at the end of its group.
 */
function useOpeningGroups(
  lives: readonly ListedLive[],
): Readonly<Record<Group, readonly ListedLive[]>> {
  const places = useRef(new Map<string, { readonly at: number; readonly group: Group }>());
  for (const { live, reason } of lives) {
    if (places.current.has(live.id)) continue;
    const group = reason === undefined ? 'counted' : 'leftOut';
    places.current.set(live.id, { at: places.current.size, group });
  }
  const placeOf = ({ live }: ListedLive): number => places.current.get(live.id)?.at ?? 0;
  const ordered = lives.toSorted((one, other) => placeOf(one) - placeOf(other));
  const of = (group: Group): readonly ListedLive[] =>
    ordered.filter(({ live }) => places.current.get(live.id)?.group === group);
  return { leftOut: of('leftOut'), counted: of('counted') };
}
