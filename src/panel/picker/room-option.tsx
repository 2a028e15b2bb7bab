import type { JSX } from 'preact';
import type { RoomRecord } from '../../archive/types.ts';
import { moneyOf, numberOf } from '../../metrics/figure.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant, formatMoney } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { Cover } from '../design/cover.tsx';
import { useWords } from '../design/words.ts';
import { figuresState } from '../room-state.ts';

/** One LIVE of the picker's list: cover, title, creator, start, length, GMV, and when it is final. */
export function RoomOption({ record, now }: { record: RoomRecord; now: UnixMs }): JSX.Element {
  const { say, locale } = useWords();
  const { room, figures } = record;
  const gmv = moneyOf(figures, 'gmv') ?? moneyOf(figures, 'estimatedGmv');
  const settled = figuresState(room, now);
  const length = room.duration ?? lengthOf(record, now);
  return (
    <>
      <Cover url={room.coverUrl} />
      <span class="clip-text">
        <b class="clip-text">{room.title ?? say('panel_untitled')}</b>
        <small class="clip-text">
          {[
            room.creator?.handle === undefined ? room.creator?.name : `@${room.creator.handle}`,
            length === undefined ? undefined : formatDuration(length, locale),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </small>
        <small class="clip-text">
          {room.startedAt !== undefined &&
            formatInstant(toMs(room.startedAt), room.zone, locale, 'both')}
        </small>
      </span>
      <span class="picker-option-end">
        {gmv !== undefined && numberOf(figures, 'gmv') !== undefined && (
          <b>{formatMoney(gmv, locale, true)}</b>
        )}
        {settled.state === 'live' && (
          <Chip tone="low" shape="dot">
            {say('panel_state_live')}
          </Chip>
        )}
        {settled.state === 'provisional' && (
          <small>
            {say('panel_final_on', {
              date: { kind: 'instant', at: settled.finalAt, zone: room.zone, style: 'date' },
            })}
          </small>
        )}
      </span>
    </>
  );
}

function lengthOf({ room }: RoomRecord, now: UnixMs): number | undefined {
  if (room.startedAt === undefined) return undefined;
  if (room.endedAt !== undefined) return room.endedAt - room.startedAt;
  return room.status === 'live' ? now / 1000 - room.startedAt : undefined;
}
