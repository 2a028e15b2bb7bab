import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PinnedSchema } from '../../metrics/board/pinned.ts';
import { RoomInfoSchema } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { playerClock } from './clock.ts';
import { clipReplay, liveOfReplay, ownReplay, pinnedReplay } from './request.ts';

const startedAt = unixSeconds(1_700_000_000);
const room = v.parse(RoomInfoSchema, {
  id: '7649951805363391241',
  title: 'Spring sale',
  startedAt,
  endedAt: startedAt + 3_600,
  replayUrl: 'https://cdn.example/replay.m3u8',
});
const own = { room, figures: {} };
const clip = {
  factor: 'click-to-order',
  metric: 'ctor',
  from: 600,
  to: 720,
  url: 'https://feed.example/clip.m3u8',
  expiresAt: startedAt + 86_400,
};
const common = {
  id: '00000000-0000-4000-8000-000000000001',
  pinnedAt: 1,
  rank: 'a0',
  tags: [],
  note: '',
  status: 'to-try',
  room: liveOfReplay(own),
};

it('shows seconds as a player does', () => {
  expect(playerClock(42.4)).toBe('0:42');
  expect(playerClock(3849)).toBe('1:04:09');
});

describe('what the player is asked for', () => {
  it('of an own LIVE goes with the LIVE, its end and 30 days of replay', () => {
    expect(ownReplay(own, 'LIVE')).toMatchObject({
      title: 'Spring sale',
      room: room.id,
      whose: { kind: 'own' },
      url: room.replayUrl,
      expiresAt: startedAt + 3_600 + 30 * 86_400,
      from: 0,
      live: { room: room.id, endedAt: startedAt + 3_600, figures: {} },
    });
  });

  it('has no LIVE to keep while its end is unknown, and a name where it has no title', () => {
    const unknown = { room: { id: room.id }, figures: {} };
    expect(ownReplay(unknown, 'A LIVE')).toMatchObject({ title: 'A LIVE', live: undefined });
  });

  it('is the same for a clip and for that clip once pinned', () => {
    const pinned = v.parse(PinnedSchema, { ...common, kind: 'clip', feed: 'Agency', clip });
    if (pinned.kind !== 'clip') throw new Error('no clip');
    expect(pinnedReplay(pinned, 'LIVE')).toEqual(
      clipReplay(pinned.room, pinned.clip, {
        whose: { kind: 'feed', name: 'Agency' },
        untitled: 'LIVE',
      }),
    );
  });

  it('of a pinned moment begins at that moment, and of a pinned factor is nothing', () => {
    const moment = v.parse(PinnedSchema, {
      ...common,
      kind: 'moment',
      at: 42,
      url: clip.url,
      expiresAt: clip.expiresAt,
    });
    expect(pinnedReplay(moment, 'LIVE')).toMatchObject({
      from: 42,
      to: undefined,
      url: clip.url,
      expiresAt: clip.expiresAt,
      whose: { kind: 'own' },
    });
    const factor = v.parse(PinnedSchema, {
      ...common,
      kind: 'factor',
      factor: 'reach',
    });
    expect(pinnedReplay(factor, 'LIVE')).toBeUndefined();
  });
});
