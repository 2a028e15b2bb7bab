import { signal } from '@preact/signals';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import { emptySession } from '../../metrics/merge.ts';
import type { ListedRoom, RoomRecord } from '../../metrics/room-record.ts';
import { toMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings } from '../../platform/settings.ts';
import { engine } from './engine.ts';
import type { ListView } from './list-store.ts';
import { roomId } from './ports.fixture.ts';
import { createReportStore, pastLives } from './report-store.ts';
import type { RoomView } from './room-store.ts';

const [start, end] = [unixSeconds(1_000), unixSeconds(8_200)];

function ended(place: number, readAt: number, orders = 12): RoomRecord {
  const id = roomId(place);
  const origin = { how: 'fetched', endpoint: 'core/stats', at: unixMs(readAt) } as const;
  return {
    id,
    room: { id, status: 'ended', startedAt: start, endedAt: end },
    figures: { orders: { value: orders, origin } },
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

it('takes a LIVE that didn’t change for the same earlier one, and for another in another category', () => {
  const live = ended(1, toMs(end));
  const [before] = pastLives([live], defaultSettings);
  expect(pastLives([live], defaultSettings)[0]).toBe(before);
  const other = {
    ...defaultSettings,
    roomCategories: { [live.id]: v.parse(CategoryIdSchema, '601450') },
  };
  expect(pastLives([live], other)[0]).toEqual({ ...before, category: '601450' });
});

it('is worked out anew for other figures of earlier LIVEs, and not when the same ones are read once more', () => {
  const here = roomId(9);
  const session = {
    ...emptySession(here),
    room: {
      id: here,
      status: 'ended',
      startedAt: unixSeconds(90_000),
      endedAt: unixSeconds(97_200),
    },
  } as const;
  const view: RoomView = { id: here, session, busy: 'no', missing: [] };
  const ownOf = (...lives: readonly ListedRoom[]): OwnLives<ListedRoom> => ({
    account: undefined,
    own: lives,
    leftOut: [],
    countsItself: true,
  });
  const list = signal<ListView>({ rooms: [], withFigures: [], known: true, fetching: false });
  const own = signal(ownOf(ended(1, toMs(end))));
  const { report } = createReportStore({
    engine: signal(engine),
    room: signal(view),
    list,
    own,
    settings: signal(defaultSettings),
    category: signal({ from: 'unknown' }),
    feeds: signal({ slices: [], lacks: [], known: true }),
  });
  const before = report.value;
  expect(before?.room).toBe(here);
  own.value = ownOf(ended(1, toMs(end)));
  list.value = { ...list.value, fetching: true };
  expect(report.value).toBe(before);
  own.value = ownOf(ended(1, toMs(end), 13));
  const after = report.value;
  expect(after).not.toBe(before);
  own.value = ownOf(ended(1, toMs(end)), ended(2, toMs(end)));
  expect(report.value).not.toBe(after);
});
