import { beforeAll, describe, expect, it } from 'vitest';
import { keyFactors } from '../../../diagnosis/key-factors.ts';
import { metric, metricIds } from '../../../metrics/catalogue.ts';
import type { RoomInfo, Session } from '../../../metrics/session.ts';
import { unixMs, unixSeconds } from '../../../metrics/time.ts';
import { sampleShop } from '../../../sources/sample/index.ts';
import { publishedClips } from './clips.ts';
import { benchmarkRoom } from './room.ts';

const now = Date.parse('2026-11-24T18:00:00Z') / 1000;
let session: Session;
beforeAll(() => {
  const { rooms } = sampleShop({ now: unixMs(now * 1000), replays: 'demo' });
  session = rooms[5]?.session ?? expect.fail();
}, 60_000);

const roomWith = (changes: Partial<RoomInfo>) =>
  benchmarkRoom({ ...session, room: { ...session.room, ...changes } }, now);

describe('a benchmark room', () => {
  it('holds no text or address that a reader of the feed would refuse', () => {
    const room = roomWith({
      title: '<script>alert(1)</script>',
      coverUrl: 'javascript:alert(1)',
      creator: { handle: '\u202eshop\u0000.one ' },
    });
    expect(room).toMatchObject({ creator: 'shop .one' });
    expect(room).not.toHaveProperty('title');
    expect(room).not.toHaveProperty('coverUrl');
    expect(roomWith({ title: 'x'.repeat(1_000) })?.title).toHaveLength(300);
    expect(roomWith({ coverUrl: 'https://cdn.example/a.webp' })?.coverUrl).toBe(
      'https://cdn.example/a.webp',
    );
  });

  it('tells what compares between LIVEs, and no totals', () => {
    const shown = Object.keys(roomWith({})?.figures ?? {});
    expect(shown).toContain('gmvPerHour');
    for (const id of metricIds.filter((one) => !metric(one).comparable))
      expect(shown).not.toContain(id);
  });

  it('is none when nobody knows when it ran', () => {
    expect(roomWith({ startedAt: undefined })).toBeUndefined();
    expect(roomWith({ endedAt: undefined, duration: undefined })).toBeUndefined();
  });
});

describe('the clips of a room', () => {
  it('show key factors, once each', () => {
    const names = publishedClips(session, now).map(({ factor }) => factor);
    const known = keyFactors.map(({ id }) => id);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lie inside the LIVE and play while its recording is kept', () => {
    const { startedAt = 0, endedAt = 0, replayExpiresAt = 0 } = session.room;
    const clips = publishedClips(session, now);
    expect(clips.length).toBeGreaterThan(3);
    for (const { from, to, url, expiresAt } of clips) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(endedAt - startedAt);
      expect([url, expiresAt]).toEqual([session.room.replayUrl, replayExpiresAt]);
    }
    for (const clip of publishedClips(session, replayExpiresAt))
      expect(clip).not.toHaveProperty('url');
  });

  it('are none without a course, and have no address that is not safe', () => {
    expect(publishedClips({ ...session, timeline: undefined }, now)).toEqual([]);
    const unsafe = { ...session.room, replayUrl: 'http://replay.example/1.m3u8' };
    for (const clip of publishedClips({ ...session, room: unsafe }, now))
      expect(clip).not.toHaveProperty('url');
  });

  it('are taken to be kept for thirty days where nobody says', () => {
    const { replayExpiresAt: _, ...room } = session.room;
    const [clip] = publishedClips({ ...session, room }, now);
    expect(clip?.expiresAt).toBe(unixSeconds((room.endedAt ?? 0) + 30 * 86_400));
  });
});
