import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { fixtureNow, sliceArbitrary, sliceFile, wanted } from './feed.fixture.ts';
import { limits } from './limits.ts';
import { readSlice } from './read-slice.ts';

const spread = { p10: 0.1, p25: 0.2, p50: 0.3, p75: 0.4, p90: 0.5, count: 30, hours: 90 };
const clip = { factor: 'tap-through', metric: 'tapThroughRate', from: 60, to: 660 };
const room = {
  room: '7649951805363391253',
  startedAt: Date.parse('2026-11-20T12:00:00Z') / 1000,
  endedAt: Date.parse('2026-11-20T14:00:00Z') / 1000,
  figures: { tapThroughRate: 0.4 },
  clips: [clip],
};
const slice = {
  ...wanted,
  window: 28,
  shops: 6,
  lives: 40,
  metrics: { tapThroughRate: spread },
  rooms: [room],
};

const read = (changes: object = {}) => readSlice(sliceFile(slice, changes), wanted, fixtureNow);
const code = (changes: object) => {
  const result = read(changes);
  return result.ok ? 'read' : result.fault.code;
};
const inRoom = (changes: object) => code({ rooms: [{ ...room, ...changes }] });
const inClip = (changes: object) => inRoom({ clips: [{ ...clip, ...changes }] });
const inSpread = (changes: object) =>
  code({ metrics: { tapThroughRate: { ...spread, ...changes } } });

describe('a slice of a feed', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(sliceArbitrary, (written) => {
        const result = readSlice(sliceFile(written), wanted, fixtureNow);
        expect(result).toEqual({ ok: true, value: written });
      }),
    );
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readSlice(text, wanted, fixtureNow).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        sliceArbitrary,
        fc.constantFrom(...Object.keys(slice)),
        fc.jsonValue(),
        (written, field, value) => {
          readSlice(sliceFile(written, { [field]: value }), wanted, fixtureNow);
        },
      ),
    );
    expect(readSlice('['.repeat(900_000), wanted, fixtureNow).ok).toBe(false);
  });

  it('leaves out what a later version added, and keeps the rest', () => {
    const later = { metrics: { tapThroughRate: spread, mood: { ...spread, p10: -3 } }, more: [1] };
    const result = read({
      ...later,
      rooms: [{ ...room, figures: { mood: 1e300 }, clips: [clip, { ...clip, metric: 'mood' }] }],
    });
    expect(result).toMatchObject({ ok: true, value: { rooms: [{ figures: {}, clips: [clip] }] } });
    expect(result.ok && Object.keys(result.value.metrics)).toEqual(['tapThroughRate']);
    expect(result.ok && Object.keys(result.value)).not.toContain('more');
  });

  it('takes nothing from keys that reach into the language itself', () => {
    const text = sliceFile(slice).replace(
      '"metrics":{',
      `"__proto__":{"polluted":1},"metrics":{"__proto__":${JSON.stringify(spread)},"constructor":${JSON.stringify(spread)},`,
    );
    const result = readSlice(text, wanted, fixtureNow);
    expect(result.ok && Object.keys(result.value.metrics)).toEqual(['tapThroughRate']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(result.ok && 'polluted' in result.value).toBe(false);
  });

  it('of version 1 is of attributed money, without the metrics that meant something else then', () => {
    const { basis: _, ...first } = slice;
    const metrics = {
      ...slice.metrics,
      averageViewDuration: spread,
      averageViewDurationPerView: spread,
    };
    const figures = { tapThroughRate: 0.4, averageViewDuration: 31 };
    const text = sliceFile({ ...first, metrics, rooms: [{ ...room, figures }] }, { version: 1 });
    expect(readSlice(text, wanted, fixtureNow)).toMatchObject({
      ok: true,
      value: {
        basis: 'attributed',
        rooms: [{ figures: { tapThroughRate: 0.4 } }],
        leftOut: {
          averageViewDuration: 'older-meaning',
          averageViewDurationPerView: 'older-meaning',
        },
      },
    });
    const read = readSlice(text, wanted, fixtureNow);
    expect(read.ok && Object.keys(read.value.metrics)).toEqual(['tapThroughRate']);
    expect(readSlice(text, { ...wanted, basis: 'direct' }, fixtureNow)).toMatchObject({
      fault: { code: 'feed-wrong-slice' },
    });
  });

  it('is refused for another region, category or day than was asked for', () => {
    expect(code({ region: 'VN' })).toBe('feed-wrong-slice');
    expect(code({ category: v.parse(CategoryIdSchema, '600001') })).toBe('feed-wrong-slice');
    expect(code({ day: '2026-11-23' })).toBe('feed-wrong-slice');
    expect(code({ basis: 'direct' })).toBe('feed-wrong-slice');
    expect(readSlice(sliceFile(slice), { ...wanted, day: undefined }, fixtureNow).ok).toBe(true);
  });

  it('says when it is of another version, or no slice at all', () => {
    expect(code({ version: 3 })).toBe('feed-newer-version');
    expect(code({ version: 0 })).toBe('feed-older-version');
    expect(code({ version: '1' })).toBe('feed-other-file');
    expect(code({ format: 'live-diagnosis-feed' })).toBe('feed-other-file');
    expect(code({ lives: undefined })).toBe('feed-malformed');
    expect(code({ day: '2026-02-30' })).toBe('feed-malformed');
  });

  it('is refused when it is too large, with too many rooms or clips', () => {
    expect(code({ padding: 'é'.repeat(limits.sliceBytes / 2) })).toBe('feed-too-large');
    const rooms = Array.from({ length: 51 }, (_, i) => ({ ...room, room: String(7e15 + i) }));
    expect(code({ rooms })).toBe('feed-malformed');
    expect(code({ rooms: rooms.slice(1) })).toBe('read');
    expect(inRoom({ clips: Array(21).fill(clip) })).toBe('feed-malformed');
    expect(inRoom({ title: 'x'.repeat(limits.title + 1) })).toBe('feed-malformed');
  });

  it('is refused with addresses that run, hide, carry a password or lead into Seller Center', () => {
    const bad = [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'http://cdn.example/a.jpg',
      'https://me:secret@cdn.example/a.jpg',
      'https://cdn.example/a.jpg"onload="x',
      'https://cdn.example/\u202egpj.a',
      'https://',
      '//cdn.example/a.jpg',
      'https://seller-us.tiktok.com/api/v1/logout',
      'https://SELLER-us.tiktok.com:8443/api',
      'https://shop.tiktok.com./api',
    ];
    for (const address of bad) {
      expect([address, inRoom({ coverUrl: address })]).toEqual([address, 'feed-hostile']);
      expect([address, inClip({ url: address })]).toEqual([address, 'feed-hostile']);
    }
    expect(inClip({ url: 'https://cdn.example/replay.m3u8?sign=a~b%20c' })).toBe('read');
  });

  it('is refused with markup in its text, however it is broken up', () => {
    for (const title of ['<script>x</script>', 'a <img src=x onerror=y', '<\u0000b>', '<!-- -->']) {
      expect([title, inRoom({ title })]).toEqual([
        title,
        title === '<\u0000b>' ? 'read' : 'feed-hostile',
      ]);
    }
    expect(inRoom({ title: 'We <3 you, 2 < 3' })).toBe('read');
  });

  it('shows no character that turns the text around it, and no empty text', () => {
    const result = read({ rooms: [{ ...room, title: ' a\u202eb\u0007\n c ', creator: '\u2066' }] });
    expect(result).toMatchObject({ ok: true, value: { rooms: [{ title: 'a b c' }] } });
    expect(result.ok && result.value.rooms[0]).not.toHaveProperty('creator');
  });

  it('is refused with figures that cannot be', () => {
    expect(inSpread({ p90: 12.5 })).toBe('feed-absurd');
    expect(inSpread({ p10: -0.1 })).toBe('feed-absurd');
    expect(inSpread({ p25: 0.35 })).toBe('feed-absurd');
    expect(inSpread({ count: -1 })).toBe('feed-absurd');
    expect(inSpread({ count: 41 })).toBe('feed-absurd');
    expect(inSpread({ hours: 30 * 24 * 7 + 1 })).toBe('feed-absurd');
    expect(code({ shops: 41 })).toBe('feed-absurd');
    expect(inRoom({ figures: { tapThroughRate: 1.01 } })).toBe('feed-absurd');
    expect(inRoom({ figures: { views: -1 } })).toBe('feed-absurd');
    expect(inClip({ level: 7 })).toBe('feed-absurd');
    expect(code({ rooms: [room, room] })).toBe('feed-absurd');
    const infinite = sliceFile(slice).replace('"p90":0.5', '"p90":1e999');
    expect(readSlice(infinite, wanted, fixtureNow)).toMatchObject({
      fault: { code: 'feed-absurd' },
    });
  });

  it('is refused with times that cannot be', () => {
    expect(inClip({ from: 660 })).toBe('feed-absurd');
    expect(inClip({ from: -1 })).toBe('feed-absurd');
    expect(inClip({ to: 7_202 })).toBe('feed-absurd');
    expect(inClip({ to: 7_200 })).toBe('read');
    expect(inRoom({ endedAt: room.startedAt })).toBe('feed-absurd');
    expect(inRoom({ endedAt: room.startedAt + 8 * 86_400 })).toBe('feed-absurd');
    expect(inRoom({ startedAt: room.startedAt * 1000 })).toBe('feed-absurd');
    // 27 days and 12 hours before the day ends lie within the window of 28, a day earlier doesn't.
    const start = (ago: number) => ({
      startedAt: room.startedAt - ago * 86_400,
      endedAt: room.endedAt - ago * 86_400,
    });
    expect(inRoom(start(23))).toBe('read');
    expect(inRoom(start(24))).toBe('feed-absurd');
    expect(inRoom(start(-5))).toBe('feed-absurd');
    const ahead = { ...wanted, day: undefined };
    const file = sliceFile(slice, { day: '2027-11-24', rooms: [] });
    expect(readSlice(file, ahead, fixtureNow)).toMatchObject({ fault: { code: 'feed-absurd' } });
  });

  it('is refused with money of which it does not say the currency', () => {
    const money = { metrics: { gmvPerHour: { ...spread, p90: 400 } } };
    expect(code(money)).toBe('feed-malformed');
    expect(code({ ...money, currency: 'USD' })).toBe('read');
    expect(inRoom({ figures: { gmvPerHour: 100 } })).toBe('feed-malformed');
  });
});
