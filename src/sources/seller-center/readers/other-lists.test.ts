import { describe, expect, it } from 'vitest';
import { phaseOf } from '../../../metrics/live/phase.ts';
import type { SessionPart } from '../../../metrics/session.ts';
import { unixMs } from '../../../metrics/time.ts';
import lists from '../fixtures/other-lists.json' with { type: 'json' };
import shows from '../fixtures/show-list.json' with { type: 'json' };
import { readObserved } from '../observed.ts';

/** Shapes as third parties recorded them; names, ids and figures are made up. */
const at = unixMs(1_782_200_000_000);

function partsOf(path: string, answer: object, request?: object): readonly SessionPart[] {
  const read = readObserved({
    url: `https://seller-id.tokopedia.com${path}`,
    status: 200,
    body: JSON.stringify(answer),
    ...(request === undefined ? {} : { request: JSON.stringify(request) }),
    at,
  });
  if (!read.ok) throw new Error(read.fault.code);
  return read.value === undefined ? [] : [read.value.part, ...read.value.others];
}

/** The recorded answer of a path, as it ends. */
function listed(end: string): readonly SessionPart[] {
  const found = lists.find(({ path }) => path.endsWith(end));
  if (found === undefined) throw new Error(end);
  return partsOf(found.path.replace('POST ', ''), found.answer);
}

describe('a creator’s list of LIVEs', () => {
  const parts = listed('/creator/live/list');

  it('gives each LIVE its times, its creator and its money', () => {
    expect(parts[0]).toMatchObject({
      room: {
        id: '7650000000000000001',
        title: 'Morning LIVE',
        accountId: '7000000000000000001',
        startedAt: 1_780_000_000,
        endedAt: 1_780_003_600,
        duration: 3_600,
        status: 'ended',
      },
      currency: 'SGD',
      figures: { gmv: { money: { amount: '12.34' } } },
    });
  });

  it('says of each LIVE that its creator could not be read', () => {
    const row = { live_id: '7650000000000000001', live_start_timestamp: 1_780_000_000 };
    const segment = { filter: 'x', timed_lists: [{ stats: [row] }] };
    const data = { code: 0, data: { segments: [segment] } };
    const [part] = partsOf('/api/v2/insights/creator/live/list', data);
    expect(part?.room).toEqual({ id: '7650000000000000001', startedAt: 1_780_000_000 });
    expect(part?.gaps).toMatchObject([{ field: 'filter', reason: 'malformed' }]);
  });

  it('knows by an end of 0 that a LIVE runs', () => {
    expect(parts[1]?.room.endedAt).toBeUndefined();
    expect(parts.map(({ room }) => phaseOf(room, at, at).name)).toEqual(['final', 'running']);
  });
});

describe('the list of one LIVE a creator', () => {
  it('is read out of its inner objects', () => {
    expect(listed('/performance/creator/list')).toMatchObject([
      {
        room: {
          id: '7650000000000000001',
          title: 'Morning LIVE',
          accountHandle: 'shop.one',
          creator: { handle: 'shop.one', name: 'Shop One' },
          startedAt: 1_780_000_000,
        },
        currency: 'IDR',
        figures: { gmv: { money: { amount: '1000000' } } },
      },
    ]);
  });

  it('says nothing of any LIVE where it is empty', () => {
    const path = '/api/v2/insights/seller/live/performance/creator/list';
    expect(partsOf(path, { code: 0, data: { stats: [] } })).toEqual([]);
  });
});

describe('the list of today’s LIVEs', () => {
  it('says which run, and whose they are', () => {
    expect(listed('/today/live/list')).toMatchObject([
      { room: { id: '7650000000000000002', accountHandle: 'shop.one', status: 'live' } },
    ]);
  });
});

describe('the list of shows', () => {
  const parts = partsOf(shows.path.replace('POST https://shop.tiktok.com', ''), shows.answer);
  const ids = parts.map(({ room }) => room.id);

  it('gives the LIVEs of each show, and none for one that was only planned', () => {
    expect(ids).toEqual([
      '7650000000000000001',
      '7650000000000000003',
      '7650000000000000004',
      '7650000000000000005',
    ]);
  });

  it('tells the halves of an evening that broke off', () => {
    const halves = parts.filter(({ room }) => room.show?.id === '4300000004');
    expect(halves.map(({ room }) => [room.show?.part, room.show?.parts])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(halves[0]?.room.show).toMatchObject({
      name: 'Show D (dropped, started anew)',
      plannedAt: 1_779_404_400,
      plannedLength: 7_200,
    });
  });

  it.each([
    ['a LIVE that can’t be read', 'x'],
    ['a LIVE without an id', { start_time: '1779410000' }],
    ['a LIVE without a start', { room_id: '7650000000000000009' }],
  ])('doesn’t count the halves of an evening with %s', (_what, other) => {
    const whole = { room_id: '7650000000000000008', start_time: '1779405000' };
    const show = { id: '1', name: 'Show', live_room_infos: [other, whole] };
    const told = partsOf('/api/v1/streamer_desktop/live_session/list', {
      code: 0,
      data: { live_sessions: [show] },
    });
    expect(told.map(({ room }) => room.show)).toEqual(told.map(() => undefined));
    expect(told.map(({ room }) => room.id)).toContain('7650000000000000008');
  });

  it('doesn’t end a LIVE by its duration: the list doesn’t say that it is over', () => {
    expect(parts.map(({ room }) => phaseOf(room, at, at).name)).not.toContain('final');
  });
});

describe('answers for two periods', () => {
  it('are read by nobody, so that the earlier period is never taken for the chosen one', () => {
    const found = lists.find(({ path }) => path.includes('with_previous_period'));
    const path = '/api/v3/insights/seller/live/stats';
    expect(found && partsOf(path, found.answer)).toEqual([]);
  });

  it('of the streamer’s recap have ids of their own and are not taken for the dashboard’s', () => {
    const path = '/api/v1/insights/creator/liveroom/recap/core/stats';
    expect(partsOf(path, { code: 0, data: { stats: { gmv_local: 1 } } })).toEqual([]);
  });
});
