import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { NOW, roomId, testPorts } from '../state/ports.fixture.ts';
import { readPastSources, roomsToRead } from './past-sources.ts';

const START = unixSeconds(NOW / 1000 - 86_400);
const times = { startedAt: START, endedAt: unixSeconds(START + 7_200), figures: {} };

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
});
afterEach(() => world.close());

describe('the earlier LIVEs a mix is held against', () => {
  it('are at most twenty, the latest, of those with a room', () => {
    const history = Array.from({ length: 30 }, (_, place) => ({ ...times, room: roomId(place) }));
    const rooms = roomsToRead([times, ...history]);
    expect(rooms).toHaveLength(20);
    expect(rooms[0]).toBe(roomId(0));
  });

  it('bring their sources and length; one that is unknown or has no length is left out', async () => {
    const sources = [{ name: 'foru', impressions: 100, views: 10 }];
    const room = { startedAt: START, duration: seconds(7_200) };
    await world.archive.store({ room: { id: roomId(1), ...room }, sources }, NOW);
    await world.archive.store({ room: { id: roomId(2) }, sources }, NOW);
    const past = await readPastSources(world.archive, [roomId(1), roomId(2), roomId(3)]);
    expect(past).toEqual([{ hours: 2, sources }]);
  });
});
