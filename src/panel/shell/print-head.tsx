import type { JSX } from 'preact';
import { lengthOf } from '../../metrics/live/length.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { useI18n } from '../design/i18n.ts';
import { useMedia } from '../design/use-media.ts';
import { liveName } from '../live-name.ts';
import { useApp } from '../state/app.ts';

/** The head of the printed page: which LIVE it tells of, and when it was printed; nothing on a screen. */
export function PrintHead({ room }: { room: RoomInfo }): JSX.Element | null {
  const words = useI18n();
  const { t, locale } = words;
  const { ports } = useApp();
  if (!useMedia('print')) return null;
  const length = lengthOf(room);
  const about = [
    room.startedAt === undefined
      ? undefined
      : formatInstant(toMs(room.startedAt), room.zone, locale, 'both'),
    length === undefined ? undefined : formatDuration(length, locale),
    creatorName(room),
  ].filter((part) => part !== undefined);
  const printed = formatInstant(ports.now(), room.zone, locale, 'both');
  return (
    <header class="print-head">
      <div>
        <b dir="auto">{liveName(room, words)}</b>
        <p>{about.join(' · ')}</p>
      </div>
      <p>
        {t('app_name')}
        <br />
        {t('panel_printed', { when: { kind: 'text', text: printed } })}
      </p>
    </header>
  );
}
