import type { JSX } from 'preact';
import { moneyOf } from '../../metrics/figure.ts';
import { lengthAt } from '../../metrics/live/length.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant, formatMoney } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { Chip } from '../design/chip.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';

/**
 * One LIVE of the picker's list: cover, title, creator, start, length, GMV, and when it is final; nothing
 * of the last where it isn't known whether it runs.
 */
export function RoomOption({ record, now }: { record: RoomRecord; now: UnixMs }): JSX.Element {
  const { t, locale } = useI18n();
  const { room, figures } = record;
  const attributed = moneyOf(figures, 'gmv') ?? moneyOf(figures, 'estimatedGmv');
  const gmv = attributed ?? moneyOf(figures, 'directGmv');
  const phase = phaseOf(room, now);
  const length = lengthAt(room, now);
  return (
    <>
      <CoverPicture url={room.coverUrl} />
      <span>
        <span class="picker-line">
          <b class="clip-text">{room.title ?? t('panel_untitled')}</b>
          {gmv !== undefined && (
            <b>
              {formatMoney(gmv, locale, 'figure')}
              {attributed === undefined && <small> {t('panel_direct')}</small>}
            </b>
          )}
        </span>
        <span class="picker-line">
          <small class="clip-text">{creatorName(room)}</small>
          {phase.name === 'running' && (
            <Chip tone="low" shape="dot">
              {t('panel_state_live')}
            </Chip>
          )}
          {phase.name === 'provisional' && (
            <small>
              {t('panel_final_on', {
                date: { kind: 'instant', at: phase.finalAt, zone: room.zone, style: 'date' },
              })}
            </small>
          )}
        </span>
        <small class="clip-text">
          {[
            room.startedAt === undefined
              ? undefined
              : formatInstant(toMs(room.startedAt), room.zone, locale, 'both'),
            length === undefined ? undefined : formatDuration(length, locale),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </small>
      </span>
    </>
  );
}
