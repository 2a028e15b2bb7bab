import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberOf } from '../metrics/figure.ts';
import { parseRoomId } from '../metrics/ids.ts';
import { emptySession, mergePart } from '../metrics/merge.ts';
import type { SessionPart } from '../metrics/session.ts';
import { unixMs, unixSeconds } from '../metrics/time.ts';
import { panelOn, withPanelChoice } from '../platform/panel-choices.ts';
import { defaultSettings } from '../platform/settings.ts';
import { deleteShop, openShop } from './archive.fixture.ts';
import { databaseName } from './names.ts';
import { hearNews } from './news.ts';
import { arrivals, ordered, partOrigin, roomA, roomB, START, views } from './parts.fixture.ts';
import type { Archive } from './types.ts';

const later = (ms: number) => unixMs(START + ms);
let archive: Archive;

beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

describe('forgetting', () => {
  it('deletes rooms, revisions, settings and the ledger, and can be written to again', async () => {
    const part: SessionPart = { room: { id: roomA, title: 'before' } };
    await archive.store(part, later(0));
    await archive.changeSettings({ sample: true });
    await archive.record({
      at: later(1),
      host: 'seller.tiktok.com',
      path: '/api/v1/x',
      via: 'worker',
      outcome: '200',
    });

    await archive.forget();

    expect(await archive.rooms()).toEqual([]);
    expect(await archive.session(roomA)).toBeUndefined();
    expect(await archive.revisions(roomA)).toEqual([]);
    expect(await archive.settings()).toEqual(defaultSettings);
    expect(await archive.ledger()).toEqual([]);
    await archive.store(part, later(2));
    expect(await archive.rooms()).toHaveLength(1);
  });
});

describe('rooms', () => {
  it('are the merge of their answers in the order of time, whatever the order of arrival', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(arrivals(roomA, 5), async ({ inTime, arriving }) => {
        run += 1;
        const id = parseRoomId(`76499518053633${String(run).padStart(5, '0')}`) ?? roomA;
        const moved = (part: SessionPart): SessionPart => ({ ...part, room: { ...part.room, id } });
        await Promise.all(arriving.map((part) => archive.store(moved(part), START)));
        const expected = inTime.map(moved).reduce(mergePart, emptySession(id));
        const stored = await archive.session(id);
        expect(stored && ordered(stored)).toEqual(ordered(expected));
        const head = await archive.room(id);
        const last = (await archive.revisions(id)).at(-1);
        expect(numberOf(last?.figures ?? {}, 'views')).toBe(numberOf(expected.figures, 'views'));
        expect(numberOf(last?.figures ?? {}, 'gmv')).toBe(numberOf(expected.figures, 'gmv'));
        expect(head?.figures).toEqual(expected.figures);
      }),
      { numRuns: 25 },
    );
  });

  it('lose nothing of fifty answers at once', async () => {
    const days = Array.from({ length: 50 }, (_, place) => place);
    await Promise.all(
      days.map((day) =>
        archive.store(
          {
            room: { id: roomA },
            comparisons: { market: { [`metric${day}`]: { difference: day } }, own: {} },
          },
          later(day),
        ),
      ),
    );
    const session = await archive.session(roomA);
    expect(Object.keys(session?.comparisons.market ?? {})).toHaveLength(50);
  });

  it('are listed newest start first, those without a start by their id', async () => {
    const started = (id: typeof roomA, at?: number): SessionPart => ({
      room: { id, ...(at === undefined ? {} : { startedAt: unixSeconds(at) }) },
    });
    const roomC = parseRoomId('7700000000000000000') ?? roomA;
    await archive.store(started(roomA, 1_781_143_239), START);
    await archive.store(started(roomC, 1_700_000_000), START);
    await archive.store(started(roomB), START);
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([roomB, roomA, roomC]);
    expect((await archive.newestRooms(1)).map(({ id }) => id)).toEqual([roomB]);
  });

  it('derive anew from what was answered, never from what was derived before', async () => {
    archive.close();
    archive = await openShop({
      finish: (session) => {
        const { views: seen, likes } = session.figures;
        if (seen === undefined || likes !== undefined) return session;
        const derived = { value: seen.value * 2, origin: seen.origin, derivedFrom: ['views'] };
        return { ...session, figures: { ...session.figures, likes: derived } };
      },
    });
    await archive.store(views(roomA, 10, START), START);
    await archive.store(views(roomA, 20, later(1)), later(1));
    expect((await archive.session(roomA))?.figures.likes?.value).toBe(40);
  });

  it('know when their figures were read, and not when only the list was', async () => {
    await archive.store(
      { room: { id: roomA, title: 'A' }, origins: { room: partOrigin('live/list', START) } },
      START,
    );
    expect((await archive.room(roomA))?.fetchedAt).toBeUndefined();
    await archive.store(views(roomA, 1, later(5)), later(5));
    expect((await archive.room(roomA))?.fetchedAt).toBe(later(5));
  });

  it('know when each endpoint answered for which ids, and do not take a failure for an answer', async () => {
    await archive.store(views(roomA, 1, later(5)), later(5));
    await archive.store(
      { room: { id: roomA }, gaps: [{ endpoint: 'x', field: 'y', reason: 'unreachable' }] },
      later(6),
    );
    expect(await archive.answered(roomA)).toEqual({ 'core/stats': { at: later(5), ids: {} } });
    const asked = { endpoint: 'core/stats', ids: [20, -20] };
    await archive.store(views(roomA, 1, later(7)), later(7), asked);
    await archive.store(views(roomA, 1, later(6)), later(6), { ...asked, ids: [20, 3] });
    expect(await archive.answered(roomA)).toEqual({
      'core/stats': { at: later(7), ids: { 20: later(7), '-20': later(7), 3: later(6) } },
    });
    expect(await archive.answered(roomB)).toEqual({});
  });

  it('say what was stored to whoever listens', async () => {
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.store(views(roomA, 1, START), START);
    stop();
    expect(heard).toEqual([{ kind: 'room', room: roomA }]);
  });

  it('are stored many at once, all or none, and told of once', async () => {
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    const broken = [views(roomA, 9, START), views(roomB, Number.NaN, START)];
    await expect(archive.storeAll(broken, START)).rejects.toMatchObject({
      fault: { code: 'malformed' },
    });
    expect(await archive.rooms()).toEqual([]);
    const pair = [views(roomA, 1, START), views(roomB, 2, START)];
    await Promise.all([
      archive.storeAll(pair, START),
      archive.storeAll([...pair].reverse(), START),
    ]);
    await archive.changeSettings({ versus: 'best' });
    stop();
    expect((await archive.rooms()).map(({ figures }) => figures.views?.value)).toEqual([2, 1]);
    expect(heard).toEqual([{ kind: 'rooms', rooms: [roomA, roomB] }, { kind: 'settings' }]);
  });

  it('refuse an answer that could not be read again, and keep what they had', async () => {
    await archive.store(views(roomA, 1, START), START);
    const broken = views(roomA, Number.NaN, later(1));
    await expect(archive.store(broken, later(1))).rejects.toMatchObject({
      fault: { code: 'malformed' },
    });
    expect((await archive.room(roomA))?.figures.views?.value).toBe(1);
  });
});

describe('revisions', () => {
  it('are appended when figures change, and only then', async () => {
    const first = await archive.store(views(roomA, 1, START), START);
    const same = await archive.store(views(roomA, 1, later(60_000)), later(60_000));
    const changed = await archive.store(views(roomA, 2, later(120_000)), later(120_000));
    expect([first, same, changed]).toEqual([
      { revision: 1, changed: true },
      { revision: 1, changed: false },
      { revision: 2, changed: true },
    ]);
    const revisions = await archive.revisions(roomA);
    expect(revisions.map(({ figures }) => figures.views?.value)).toEqual([1, 2]);
  });

  it('are at most one a minute while a LIVE runs, the last one equal to the head', async () => {
    for (let second = 0; second < 180; second += 20) {
      const part = views(roomA, second, later(second * 1000));
      await archive.store({ ...part, room: { id: roomA, status: 'live' } }, later(second * 1000));
    }
    const revisions = await archive.revisions(roomA);
    expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(revisions.map(({ figures }) => figures.views?.value)).toEqual([40, 100, 160]);
    expect(revisions.at(-1)?.figures).toEqual((await archive.room(roomA))?.figures);
  });
});

describe('settings', () => {
  it('start from their defaults and survive a reopening', async () => {
    expect(await archive.settings()).toEqual(defaultSettings);
    await archive.changeSettings({ versus: 'best' });
    archive.close();
    archive = await openShop();
    expect(await archive.settings()).toEqual({ ...defaultSettings, versus: 'best' });
  });

  it('lose nothing of fifty changes at once', async () => {
    const changes = Array.from({ length: 50 }, () =>
      archive.changeSettings(({ panels }) => {
        const { width } = panelOn(panels, 'live-manager');
        return { panels: withPanelChoice(panels, 'live-manager', { width: width + 1 }) };
      }),
    );
    await Promise.all(changes);
    const { panels } = await archive.settings();
    expect(panelOn(panels, 'live-manager').width).toBe(panelOn({}, 'live-manager').width + 50);
  });
});

describe('the ledger', () => {
  it('is read newest first and keeps the last thousand', async () => {
    const database = await openDB(databaseName('shop'));
    const entry = {
      host: 'shop.tiktok.com',
      path: '/api/v1/x',
      via: 'tab',
      outcome: '200',
    } as const;
    const filling = database.transaction('ledger', 'readwrite');
    for (let at = 0; at < 1_000; at += 1) await filling.store.add({ ...entry, at });
    await filling.done;
    database.close();
    await archive.record({ ...entry, at: unixMs(1_000) });
    const ledger = await archive.ledger();
    expect(ledger).toHaveLength(1_000);
    expect(ledger[0]?.at).toBe(1_000);
    expect(ledger.at(-1)?.at).toBe(1);
    expect(await archive.ledger(2)).toEqual(ledger.slice(0, 2));
  });
});
