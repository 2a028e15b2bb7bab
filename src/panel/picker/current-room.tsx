import type { JSX } from 'preact';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';

/** The second line of the picker: when the LIVE in view started, and whether it runs. */
export function CurrentRoom({
  room,
  now,
}: {
  room: RoomInfo | undefined;
  now: UnixMs;
}): JSX.Element {
  const { t, locale } = useI18n();
  if (room === undefined) return <span class="picker-under">{t('panel_picker_hint')}</span>;
  const phase = phaseOf(room, now).name;
  return (
    <span class="picker-under">
      <span class="clip-text">
        {room.startedAt === undefined
          ? room.id
          : formatInstant(toMs(room.startedAt), room.zone, locale, 'short')}
      </span>
      {phase === 'running' && (
        <span class="picker-state picker-state-running">· {t('panel_state_live')}</span>
      )}
    </span>
  );
}
