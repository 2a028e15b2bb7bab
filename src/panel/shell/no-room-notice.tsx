import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';

/** Says once for a kind of page that the panel lies over it, because its content stayed where it was. */
export function NoRoomNotice(): JSX.Element | null {
  const { t } = useI18n();
  const { place, settings } = useApp();
  const { docked, page } = place.place.value;
  if (!docked || page === undefined) return null;
  if (settings.settings.value.panels[page]?.noRoom !== 'untold') return null;
  return (
    <Notice
      actions={
        <Button onClick={() => void settings.change({ panels: { [page]: { noRoom: 'told' } } })}>
          {t('panel_no_room_read')}
        </Button>
      }
    >
      <p>{t('panel_no_room')}</p>
    </Notice>
  );
}
