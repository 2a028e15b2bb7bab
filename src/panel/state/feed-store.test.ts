import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { CategorySliceSchema } from '../../metrics/feed/category-slice.ts';
import { FeedAddressSchema, type FeedSlice } from '../../metrics/feed/feed.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { emptySession } from '../../metrics/merge.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import type { RoomCategory } from './category.ts';
import { engine } from './engine.ts';
import { chosenSlice, createFeedStore } from './feed-store.ts';
import { NOW, roomId, testPorts } from './ports.fixture.ts';
import { createReportStore } from './report-store.ts';
import type { RoomView } from './room-store.ts';

const beauty = v.parse(CategoryIdSchema, '601450');
const home = v.parse(CategoryIdSchema, '600001');

function said(host: string, category = beauty): FeedSlice {
  const spread = { p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, count: 30, hours: 60 };
  return {
    feed: {
      address: v.parse(FeedAddressSchema, `https://${host}/index.json`),
      name: host,
      simulated: false,
    },
    slice: v.parse(CategorySliceSchema, {
      region: 'US',
      category,
      day: '2026-11-22',
      window: 28,
      shops: 6,
      lives: 40,
      metrics: { likeRate: spread },
      rooms: [],
    }),
    checkedAt: NOW,
    stale: false,
  };
}

async function world(about: RoomCategory = { id: beauty, from: 'shop' }) {
  const bare = emptySession(roomId(1));
  const session = { ...bare, room: { ...bare.room, region: 'us' } };
  const room = signal<RoomView>({ id: roomId(1), session, busy: 'no', missing: [] });
  const settings = signal<Settings>({ ...defaultSettings, versus: 'feed' });
  const category = signal<RoomCategory>(about);
  const { ports, asked, close } = await testPorts();
  const hearers: ((news: ArchiveNews) => void)[] = [];
  const listen = (hear: (news: ArchiveNews) => void) => {
    hearers.push(hear);
    return () => undefined;
  };
  const feeds = createFeedStore({ ports: { ask: ports.ask, listen }, room, settings, category });
  const report = createReportStore({
    engine: signal(engine),
    room,
    list: signal({ rooms: [], withFigures: [], known: true, fetching: false }),
    own: signal({ account: undefined, own: [], leftOut: [], countsItself: true }),
    settings,
    category,
    feeds: feeds.view,
  });
  const tell = (news: ArchiveNews): void => {
    for (const hear of hearers) hear(news);
  };
  return { room, settings, category, asked, feeds, report, tell, close };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

let here: Awaited<ReturnType<typeof world>>;
const answer = async (slices: readonly FeedSlice[]) => {
  here.asked.at(-1)?.answer(ok({ slices, lacks: [] }));
  await settled();
};
beforeEach(async () => {
  here = await world();
});
afterEach(() => here.close());

describe('the feeds of the LIVE in view', () => {
  it('are asked for its category and region, and again when a feed says something else', async () => {
    expect(here.asked.map(({ request }) => request)).toEqual([
      { which: 'shop', category: beauty, basis: 'attributed', region: 'US' },
    ]);
    await answer([said('a.example')]);
    expect(here.feeds.view.value).toMatchObject({
      known: true,
      slices: [{ feed: { name: 'a.example' } }],
    });
    here.tell({ kind: 'ledger' });
    expect(here.asked).toHaveLength(1);
    here.tell({ kind: 'feeds' });
    expect(here.asked).toHaveLength(2);
    expect(here.feeds.view.value.known).toBe(true);
  });

  it('are not asked anew when its figures change', async () => {
    await answer([]);
    const { session } = here.room.value;
    if (session === undefined) throw new Error('no session');
    here.room.value = { ...here.room.value, session: { ...session, gaps: [] } };
    expect(here.asked).toHaveLength(1);
  });

  it('never answer for another category than the one in view', async () => {
    here.category.value = { id: home, from: 'room' };
    expect(here.asked).toHaveLength(2);
    here.asked[0]?.answer(ok({ slices: [said('a.example')], lacks: [] }));
    await settled();
    expect(here.feeds.view.value).toMatchObject({ known: false, slices: [] });
    await answer([said('a.example', home)]);
    expect(here.feeds.view.value.slices[0]?.slice.category).toBe(home);
  });

  it('are known to say nothing while the category isn’t known, from the first LIVE on', async () => {
    await here.close();
    here = await world({ from: 'unknown' });
    expect(here.feeds.view.value).toMatchObject({ known: true, slices: [] });
    expect(here.asked).toEqual([]);
  });

  it('are asked themselves where one failed, however long it was to be left alone', async () => {
    await answer([]);
    const { address } = said('a.example').feed;
    here.feeds.retry(address);
    expect(here.asked.at(-1)).toMatchObject({ verb: 'feed.refresh', request: { address } });
    here.asked.at(-1)?.answer(failed(fault('feed-down')));
    await settled();
    expect(here.asked.at(-1)).toMatchObject({ verb: 'feed.category' });
  });

  it('say what went wrong, and keep what was known', async () => {
    await answer([said('a.example')]);
    here.feeds.retry();
    here.asked.at(-1)?.answer(failed(fault('worker-gone')));
    await settled();
    expect(here.feeds.view.value).toMatchObject({
      slices: [{ feed: { name: 'a.example' } }],
      fault: { code: 'worker-gone' },
    });
  });

  it('are the one that was chosen, else the first', () => {
    const [a, b] = [said('a.example'), said('b.example')];
    expect(chosenSlice([a, b], b.feed.address)).toBe(b);
    expect(chosenSlice([a, b], undefined)).toBe(a);
    expect(chosenSlice([a], b.feed.address)).toBe(a);
    expect(chosenSlice([], b.feed.address)).toBeUndefined();
  });
});

describe('the report beside them', () => {
  it('waits for their word, then names the feed; another category takes another slice', async () => {
    expect(here.report.report.value).toBeUndefined();
    await answer([said('a.example')]);
    expect(here.report.report.value).toMatchObject({ basis: 'feed', feed: { name: 'a.example' } });
    here.category.value = { id: home, from: 'room' };
    expect(here.report.report.value).toMatchObject({ category: beauty });
    await answer([said('b.example', home)]);
    expect(here.report.report.value).toMatchObject({ category: home, feed: { name: 'b.example' } });
  });

  it('falls back on what is usual, named, where no feed says anything', async () => {
    await answer([]);
    expect(here.report.report.value).toMatchObject({
      basis: 'own',
      verdict: { versus: 'usual' },
    });
    expect(here.report.report.value?.feed).toBeUndefined();
  });
});
