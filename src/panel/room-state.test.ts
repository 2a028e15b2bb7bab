import { describe, expect, it } from 'vitest';
import type { RoomInfo } from '../metrics/session.ts';
import { unixMs, unixSeconds } from '../metrics/time.ts';
import { creatorName, replayState } from './room-state.ts';
import { roomId } from './state/ports.fixture.ts';

const DAY = 86_400_000;
const startedAt = unixSeconds(1_763_751_720);
const endedAt = unixSeconds(startedAt + 13_560);
const room: RoomInfo = { id: roomId(1), startedAt, endedAt, status: 'ended' };
const past = (ms: number) => unixMs(endedAt * 1000 + ms);

describe('the replay', () => {
  const playable = { ...room, replayUrl: 'https://replay.example/a.m3u8' };

  it('plays for 30 days after the LIVE, days counted up', () => {
    expect(replayState(playable, past(1))).toMatchObject({ state: 'playable', daysLeft: 30 });
    expect(replayState(playable, past(30 * DAY - 1))).toMatchObject({ daysLeft: 1 });
    expect(replayState(playable, past(30 * DAY)).state).toBe('expired');
  });

  it('ends when TikTok says so, and is absent without an address or while running', () => {
    const sooner = { ...playable, replayExpiresAt: unixSeconds(endedAt + 60) };
    expect(replayState(sooner, past(61_000)).state).toBe('expired');
    expect(replayState(room, past(DAY)).state).toBe('absent');
    expect(replayState({ ...playable, status: 'live' }, past(1)).state).toBe('absent');
  });
});

describe('a LIVE', () => {
  it('names its creator with one sign', () => {
    expect(creatorName({ id: room.id, creator: { handle: '@linh' } })).toBe('@linh');
    expect(creatorName({ id: room.id, creator: { handle: 'linh' } })).toBe('@linh');
    expect(creatorName({ id: room.id, creator: { name: 'Linh' } })).toBe('Linh');
    expect(creatorName({ id: room.id })).toBeUndefined();
  });
});
