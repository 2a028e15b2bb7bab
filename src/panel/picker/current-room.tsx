import type { JSX } from 'preact';
import type { RoomId } from '../../metrics/ids.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { useI18n } from '../design/i18n.ts';

/**
 * The second line of the picker: when the LIVE in view started, and whether it runs; its id where nothing else is known
 * of it, and while it isn't known yet which one comes into view, that one does.
 */
export function CurrentRoom({
  id,
  room,
  now,
  answeredAt,
  namesAccount,
}: {
  id: RoomId | undefined;
  room: RoomInfo | undefined;
  now: UnixMs;
  /** When it was last read; undefined where it never was. */
  answeredAt: UnixMs | undefined;
  /** Whether to say whose LIVE it is. */
  namesAccount: boolean;
}): JSX.Element {
  const { t, locale } = useI18n();
  if (room === undefined) {
    const text = id ?? t('panel_loading');
    return (
      <span class="picker-under clip-text" title={text}>
        {text}
      </span>
    );
  }
  const phase = phaseOf(room, now, answeredAt).name;
  const start =
    room.startedAt === undefined
      ? room.id
      : formatInstant(toMs(room.startedAt), room.zone, locale, 'short');
  const account = namesAccount ? creatorName(room) : undefined;
  const text = account === undefined ? start : `${account} · ${start}`;
  return (
    <span class="picker-under">
      <span class="clip-text" title={text}>
        {text}
      </span>
      {phase === 'running' && (
        <span class="picker-state picker-state-running" title={t('panel_state_live')}>
          <span aria-hidden="true">●</span>{' '}
          <span class="picker-state-words">{t('panel_state_live')}</span>
        </span>
      )}
    </span>
  );
}
