import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PinnedIdSchema } from '../../metrics/board/pinned.ts';
import { BenchmarkRoomSchema } from '../../metrics/feed/category-slice.ts';
import { RoomInfoSchema } from '../../metrics/session.ts';
import { seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { ownReplay } from '../replay/request.ts';
import {
  clipToPin,
  momentToPin,
  pinnedIdOf,
  replayToPin,
  sameness,
  stretchToPin,
} from './pinnable.ts';

const startedAt = unixSeconds(1_700_000_000);
const NOW = unixMs((startedAt + 90_000) * 1000);
const own = {
  room: v.parse(RoomInfoSchema, {
    id: '7649951805363391241',
    title: 'Spring sale',
    startedAt,
    endedAt: startedAt + 3_600,
    coverUrl: 'data:image/svg+xml,%3Csvg%3E',
    replayUrl: 'https://cdn.example/replay.m3u8',
    zone: { offset: 25_200 },
  }),
  figures: {},
};
const benchmark = v.parse(BenchmarkRoomSchema, {
  room: '7649951805363391242',
  startedAt,
  endedAt: startedAt + 60,
  figures: { gmvPerHour: 10, ctor: 0.1, likes: 4 },
  clips: [
    { factor: 'stay', metric: 'ctor', from: 1, to: 9 },
    { factor: 'stay', metric: 'ctor', from: 20, to: 29 },
  ],
});

describe('what can be pinned', () => {
  it('of an own replay carries its end, its zone, and its picture apart', () => {
    const { thing, picture } = momentToPin(own, { from: seconds(61.8004) }, NOW);
    expect(thing).toMatchObject({
      kind: 'moment',
      at: 61.8,
      url: own.room.replayUrl,
      expiresAt: startedAt + 3_600 + 30 * 86_400,
      room: { title: 'Spring sale', zone: { offset: 25_200 } },
    });
    expect(thing.room.coverUrl).toBeUndefined();
    expect(picture).toBe(own.room.coverUrl);
  });

  it('has no address once the replay is gone, and no stretch while the start is unknown', () => {
    const late = unixMs(NOW + 60 * 86_400_000);
    const { thing } = momentToPin(own, { from: seconds(1) }, late);
    expect(thing).not.toHaveProperty('url');
    const stretch = { from: startedAt, to: unixSeconds(startedAt + 5) };
    expect(stretchToPin({ room: { id: own.room.id }, figures: {} }, stretch, NOW)).toBeUndefined();
  });

  it('of a player is the second it shows, the same as from the LIVE itself', () => {
    const asked = ownReplay(own, 'LIVE');
    const pinnable = replayToPin(asked, 61.2);
    const direct = momentToPin(own, { from: seconds(61) }, NOW).thing;
    expect(pinnable && sameness(pinnable.thing)).toBe(sameness(direct));
    expect(replayToPin({ ...asked, whose: { kind: 'feed', name: 'Agency' } }, 61)).toBeUndefined();
  });

  it('of a benchmark LIVE is one clip, with the figures that the board shows', () => {
    const [clip] = benchmark.clips;
    if (clip === undefined) throw new Error('no clip');
    const { thing, simulated } = clipToPin(benchmark, clip, { feed: 'Agency', simulated: true });
    expect(thing.room).not.toHaveProperty('clips');
    expect(thing.room.figures).toEqual({ gmvPerHour: 10, ctor: 0.1 });
    expect(simulated).toBe(true);
  });

  it('of two feeds is never the same, whatever ids they give their LIVEs', () => {
    const [clip] = benchmark.clips;
    if (clip === undefined) throw new Error('no clip');
    const told = [{ feed: 'Agency' }, { feed: 'Partner' }, {}].map((from) =>
      sameness(clipToPin(benchmark, clip, from).thing),
    );
    expect(new Set(told).size).toBe(3);
  });
});

describe('the id of a thing', () => {
  it('is the same for the same thing, and another for another', async () => {
    const [one, two] = benchmark.clips.map((clip) => clipToPin(benchmark, clip, {}).thing);
    if (one === undefined || two === undefined) throw new Error('no clips');
    const id = await pinnedIdOf(one);
    expect(v.is(PinnedIdSchema, id)).toBe(true);
    expect(await pinnedIdOf({ ...one })).toBe(id);
    expect(await pinnedIdOf(two)).not.toBe(id);
  });
});
