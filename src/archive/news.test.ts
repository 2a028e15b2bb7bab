import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedLive } from '../diagnosis/fixtures/captured.ts';
import type { SessionPart } from '../metrics/session.ts';
import { unixMs, unixSeconds } from '../metrics/time.ts';
import { deleteShop, openShop } from './archive.fixture.ts';
import { hearNews } from './news.ts';
import { partOrigin, roomA, roomB, START, views } from './parts.fixture.ts';
import type { Archive } from './types.ts';

const later = (ms: number) => unixMs(START + ms);
let archive: Archive;

beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

describe('LIVEs that are answered again', () => {
  it('are told of where an answer says something new of them, and not where it came later alone', async () => {
    const named = (title: string, at: number): SessionPart => ({
      ...views(roomB, 2, later(at)),
      room: { id: roomB, title },
    });
    await archive.storeAll([views(roomA, 1, START), named('Shoes', 0)], START);
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.storeAll([views(roomA, 1, later(1)), named('Shoes', 1)], later(1));
    await archive.storeAll([views(roomA, 1, later(2)), named('Bags', 2)], later(2));
    await archive.storeAll([views(roomA, 3, later(3)), named('Bags', 3)], later(3));
    stop();
    expect(heard).toEqual([
      { kind: 'rooms', rooms: [roomB] },
      { kind: 'rooms', rooms: [roomA] },
    ]);
    expect((await archive.room(roomB))?.fetchedAt).toBe(later(3));
  });

  it('that are answered in full once more, as they were and whatever the order, are no lasting news', async () => {
    const session = capturedLive();
    const again = (at: number): SessionPart =>
      JSON.parse(JSON.stringify(session), (key, value) => {
        if (key === 'at') return later(at);
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isObject ? Object.fromEntries(Object.entries(value).toReversed()) : value;
      });
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.store(again(0), later(0));
    await archive.store(again(1), later(1));
    stop();
    const told = { kind: 'room', room: session.room.id };
    expect(heard).toEqual([told, { ...told, passing: true }]);
  });

  it('that ended are no news where another endpoint says the same of them', async () => {
    const ended = (endpoint: string, ms: number): SessionPart => ({
      room: { id: roomA, status: 'ended', startedAt: unixSeconds(1_781_143_200) },
      origins: { room: partOrigin(endpoint, later(ms)) },
    });
    await archive.store(ended('room/info', 0), START);
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.store(ended('room/status', 1), later(1));
    await archive.storeAll([ended('live/list', 2)], later(2));
    stop();
    expect(heard).toEqual([{ kind: 'room', room: roomA, passing: true }]);
  });

  it('that run on are told of apart, for nothing of that lasts', async () => {
    const running: SessionPart = { room: { id: roomA, status: 'live' } };
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.storeAll([running], START);
    await archive.storeAll([running], later(1));
    await archive.storeAll([{ ...views(roomA, 7, later(1)), ...running }], later(1));
    await archive.storeAll([{ room: { id: roomA, status: 'ended' } }], later(2));
    await archive.storeAll([{ room: { id: roomA, status: 'ended' } }], later(3));
    stop();
    expect(heard).toEqual([
      { kind: 'rooms', rooms: [roomA] },
      { kind: 'rooms', rooms: [roomA], passing: true },
      { kind: 'rooms', rooms: [roomA], passing: true },
      { kind: 'rooms', rooms: [roomA] },
    ]);
  });
});

describe('choices', () => {
  it('are told of apart where they are of nothing but how docked panels stand', async () => {
    const heard: unknown[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.changeSettings({ panels: { 'seller-center': { open: true } } });
    await archive.changeSettings({ versus: 'best', panels: {} });
    await archive.changeSettings({ panels: { 'seller-center': { open: false, width: 420 } } });
    stop();
    const ofPanels = { kind: 'settings', panelsOnly: true };
    expect(heard).toEqual([ofPanels, { kind: 'settings' }, ofPanels]);
  });
});
