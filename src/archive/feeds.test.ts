import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type KeptFeed,
  KeptFeedSchema,
  type KeptSlice,
  KeptSliceSchema,
} from '../metrics/feed/kept-feed.ts';
import { type RoomId, RoomIdSchema } from '../metrics/ids.ts';
import { NoteSchema } from '../metrics/note.ts';
import type { ArchiveNews } from '../platform/archive-news.ts';
import { deleteShop, openShop } from './archive.fixture.ts';
import { measuredOf } from './measurements.fixture.ts';
import { hearNews } from './news.ts';
import { START, views } from './parts.fixture.ts';
import type { Archive } from './types.ts';

const cover = (category: string) => ({
  region: 'US',
  category,
  day: '2026-11-24',
  address: `https://bench.example/US-${category}.json`,
});
const feedOf = (host: string, addedAt: number): KeptFeed =>
  v.parse(KeptFeedSchema, {
    address: `https://${host}/index.json`,
    name: host,
    simulated: false,
    addedAt,
    checkedAt: addedAt,
    freshUntil: addedAt + 1_000,
    etag: '"1"',
    days: 1,
    covers: [cover('601450')],
  });
const sliceOf = (feed: KeptFeed, category: string, lives = 40): KeptSlice =>
  v.parse(KeptSliceSchema, {
    feed: feed.address,
    ...cover(category),
    slice: { ...cover(category), window: 28, shops: 6, lives, metrics: {}, rooms: [] },
    checkedAt: 5,
    freshUntil: 6,
    usedAt: 5,
  });
const sliceWith = (feed: KeptFeed, rooms: readonly RoomId[]): KeptSlice => {
  const { slice, ...rest } = sliceOf(feed, '601450');
  const times = { startedAt: 1_781_143_200, endedAt: 1_781_146_800 };
  return v.parse(KeptSliceSchema, {
    ...rest,
    slice: { ...slice, rooms: rooms.map((room) => ({ room, ...times, figures: {}, clips: [] })) },
  });
};

const one = feedOf('bench.example', 1);
const other = feedOf('a.example', 2);
const beauty = sliceOf(one, '601450');
const { region, category } = beauty;
const basis = 'attributed';

let archive: Archive;
const open = async () => {
  archive = await openShop();
};
beforeEach(open);
afterEach(() => deleteShop(archive));

describe('the feeds of an archive', () => {
  it('are kept with what they said, in the order they were added, for the next time', async () => {
    await archive.keepFeed(other);
    await archive.keepFeed(one);
    expect(await archive.keepSlice(beauty)).toBe(true);
    archive.close();
    await open();
    expect((await archive.feeds()).map(({ name }) => name)).toEqual(['bench.example', 'a.example']);
    expect(await archive.slice(one.address, { region, category, basis })).toEqual(beauty);
    expect(await archive.slice(other.address, { region, category, basis })).toBeUndefined();
  });

  it('go with all they said, and come back with it', async () => {
    await archive.keepFeed(one);
    await archive.keepFeed(other);
    await archive.keepSlice(beauty);
    await archive.keepSlice(sliceOf(one, '600001'));
    const kept = sliceOf(other, '601450');
    await archive.keepSlice(kept);
    const dropped = await archive.dropFeed(one.address);
    expect(await archive.slices()).toEqual([kept]);
    expect(await archive.feeds()).toEqual([other]);
    if (dropped === undefined) throw new Error('nothing was dropped');
    await archive.restoreFeed(dropped);
    expect(await archive.feeds()).toEqual([one, other]);
    expect(await archive.slices()).toHaveLength(3);
    expect(await archive.dropFeed(v.parse(KeptFeedSchema, feedOf('no.example', 1)).address)).toBe(
      undefined,
    );
  });

  it('take what was measured of LIVEs that they alone told of, and bring it back', async () => {
    const [told, listed, pinned, own] = ['1', '2', '3', '4'].map((last) =>
      v.parse(RoomIdSchema, `764995180536339000${last}`),
    );
    if (!told || !listed || !pinned || !own) throw new Error('no rooms');
    await archive.keepFeed(one);
    await archive.keepFeed(other);
    await archive.keepSlice(sliceWith(one, [told, listed, pinned, own]));
    await archive.keepSlice(sliceWith(other, [listed]));
    await archive.store(views(own, 5, START), START);
    await archive.keepNote(
      v.parse(NoteSchema, {
        id: '00000000-0000-4000-8000-000000000001',
        room: pinned,
        words: 'Lamp on the left',
        writtenAt: 1,
        changedAt: 1,
      }),
    );
    const all = [told, listed, pinned, own];
    for (const room of all) await archive.keepMeasures(measuredOf(room));
    const measured = async () => (await archive.measures(all)).map(({ room }) => room);
    const heard: ArchiveNews[] = [];
    const stop = hearNews((news) => heard.push(news));
    const dropped = await archive.dropFeed(one.address);
    stop();
    expect(await measured()).toEqual([listed, pinned, own]);
    expect(heard).toContainEqual({ kind: 'measures', room: told });
    if (dropped === undefined) throw new Error('nothing was dropped');
    await archive.restoreFeed(dropped);
    expect(await measured()).toEqual(all);
    await archive.sweepMeasures();
    expect(await measured()).toEqual(all);
  });

  it('leave no measures of a LIVE that nothing tells of, whenever they came', async () => {
    const room = v.parse(RoomIdSchema, '7649951805363390009');
    await archive.keepMeasures(measuredOf(room));
    await archive.sweepMeasures();
    expect(await archive.measures([room])).toEqual([]);
  });

  it('that were added anew meanwhile are not laid back', async () => {
    await archive.keepFeed(one);
    const dropped = await archive.dropFeed(one.address);
    const anew = { ...one, name: 'anew' };
    await archive.keepFeed(anew);
    if (dropped === undefined) throw new Error('nothing was dropped');
    await archive.restoreFeed(dropped);
    expect(await archive.feeds()).toEqual([anew]);
  });

  it('that were dropped take nothing that arrives late', async () => {
    await archive.keepFeed(one);
    await archive.dropFeed(one.address);
    expect(await archive.keepSlice(beauty)).toBe(false);
    expect(await archive.slices()).toEqual([]);
    expect(await archive.changeFeed(one.address, (feed) => feed)).toBeUndefined();
  });

  it('note when a slice was used without touching what it says', async () => {
    await archive.keepFeed(one);
    await archive.keepSlice(beauty);
    await archive.useSlice(
      one.address,
      { region, category, basis },
      v.parse(KeptSliceSchema, beauty).usedAt,
    );
    const at = v.parse(KeptSliceSchema, { ...beauty, usedAt: 99 }).usedAt;
    await archive.useSlice(one.address, { region, category, basis }, at);
    expect(await archive.slice(one.address, { region, category, basis })).toEqual({
      ...beauty,
      usedAt: 99,
    });
  });
});
