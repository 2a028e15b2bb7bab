import { expect, it } from 'vitest';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { toMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings } from '../../platform/settings.ts';
import { roomId } from './ports.fixture.ts';
import { pastLives } from './report-store.ts';

const [start, end] = [unixSeconds(1_000), unixSeconds(8_200)];

function ended(place: number, readAt: number): RoomRecord {
  const id = roomId(place);
  const origin = { how: 'fetched', endpoint: 'core/stats', at: unixMs(readAt) } as const;
  return {
    id,
    room: { id, status: 'ended', startedAt: start, endedAt: end },
    figures: { orders: { value: 12, origin } },
    revision: 1,
    simulated: false,
  };
}

it('takes no counts of half a LIVE for those of a whole earlier one', () => {
  const half = ended(1, (toMs(start) + toMs(end)) / 2);
  const whole = ended(2, toMs(end));
  const past = pastLives([half, whole], defaultSettings);
  expect(past.map(({ room, figures }) => [room, Object.keys(figures)])).toEqual([
    [half.id, []],
    [whole.id, ['orders']],
  ]);
});
