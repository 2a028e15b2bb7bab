import type { JSX } from 'preact';
import { moneyOf } from '../../metrics/figure.ts';
import type { FoundBy, FoundIn } from '../../metrics/live/find-lives.ts';
import { lengthAt } from '../../metrics/live/length.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { hasFigures, type ListedRoom } from '../../metrics/room-record.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant, formatMoney } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { Chip } from '../design/chip.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { liveName } from '../live-name.ts';
import { useApp } from '../state/app.ts';
import { perHourOf } from './per-hour.ts';

/** The line of what found a LIVE, by what that is. */
export const foundBy = {
  host: 'panel_found_host',
  product: 'panel_found_product',
  note: 'panel_found_note',
} as const satisfies Record<FoundIn, MessageKey>;

/**
 * One LIVE of a list: when it started, what it made per hour, its title, length, creator, and when it is
 * final; nothing of the last where it isn't known whether it runs. How it went is told of the LIVE in view alone:
 * each LIVE has its own usual. Where words found it by what stands nowhere else in it, that too.
 */
export function RoomOption({
  record,
  now,
  by = [],
}: {
  record: ListedRoom;
  now: UnixMs;
  by?: readonly FoundBy[] | undefined;
}): JSX.Element {
  const words = useI18n();
  const { several } = useApp().shop;
  const { t, locale } = words;
  const { room } = record;
  const phase = phaseOf(room, now, record.fetchedAt);
  const length = lengthAt(room, now, record.fetchedAt);
  const about = [room.startedAt === undefined ? room.id : room.title, creatorName(room)].filter(
    (part) => part !== undefined,
  );
  // Of several shops whose it is must not be what a long title cuts off.
  const lines = several.value || about.length === 0 ? about : [about.join(' · ')];
  return (
    <>
      <CoverPicture url={room.coverUrl} />
      <span>
        <span class="picker-line">
          <b class="clip-text" dir="auto">
            {room.startedAt === undefined
              ? liveName(room, words)
              : formatInstant(toMs(room.startedAt), room.zone, locale, 'short')}
          </b>
        </span>
        <span class="picker-line">
          <Made record={record} />
          {length !== undefined && <small>{formatDuration(length, locale)}</small>}
        </span>
        {lines.map((line) => (
          <small key={line} class="picker-about" dir="auto" title={line}>
            {line}
          </small>
        ))}
        {by.map(({ in: of, text }) => (
          <small key={`${of} ${text}`} class="picker-about picker-by" dir="auto" title={text}>
            {t(foundBy[of], { text: { kind: 'text', text } })}
          </small>
        ))}
        {phase.name === 'running' && (
          <small>
            <Chip tone="low" shape="dot">
              {t('panel_state_live')}
            </Chip>
          </small>
        )}
        {phase.name === 'provisional' && (
          <small>
            {t('panel_final_on', {
              date: { kind: 'instant', at: phase.finalAt, zone: room.zone, style: 'day' },
            })}
          </small>
        )}
      </span>
    </>
  );
}

/** What it made per hour; while the length isn't known, what it made. Nothing while its figures are being read. */
function Made({ record }: { record: ListedRoom }): JSX.Element | null {
  const { t, locale } = useI18n();
  if (!hasFigures(record)) return null;
  const hourly = perHourOf(record);
  if (hourly === undefined) {
    const gmv = moneyOf(record.figures, 'gmv') ?? moneyOf(record.figures, 'estimatedGmv');
    return gmv === undefined ? null : <b>{formatMoney(gmv, locale, 'figure')}</b>;
  }
  const { money, direct } = hourly;
  return (
    <b class="picker-made">
      {t('factor_shared_perHour', {
        value: { kind: 'text', text: formatMoney(money, locale, 'units') },
      })}
      {direct && <small> {t('panel_direct')}</small>}
    </b>
  );
}
