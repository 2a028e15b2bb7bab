import { describe, expect, it } from 'vitest';
import { factors } from '../../diagnosis/factors/index.ts';
import { keyFactors } from '../../diagnosis/key-factors.ts';
import { unixMs } from '../../metrics/time.ts';
import { sliceFile } from '../feed/feed.fixture.ts';
import { readSlice } from '../feed/read-slice.ts';
import { BEAUTY, FASHION, HOME } from './catalogue.ts';
import { SAMPLE_REGION, sampleFeedCategories, sampleFeedDay, sampleSlice } from './feed.ts';

const now = unixMs(Date.UTC(2026, 10, 25, 12));
const media = {
  recording: (room: string) => `https://bench.example/${room}.m3u8`,
  cover: (room: string) => `https://bench.example/${room}.svg`,
};

describe('the simulated feed', () => {
  it.each([
    ['beauty', BEAUTY],
    ['home', HOME],
    ['fashion', FASHION],
  ])('writes slices that the reader of real ones takes as they are: %s', (_, category) => {
    const slice = sampleSlice(category, { now, media });
    if (slice === undefined) throw new Error('no slice');
    const wanted = { region: SAMPLE_REGION, category, day: sampleFeedDay(now) };
    expect(readSlice(sliceFile(slice), wanted, now)).toEqual({ ok: true, value: slice });
    expect(slice.simulated).toBe(true);
    expect(slice.shops).toBeGreaterThanOrEqual(5);
  });

  it('shows factors that there are, each above the LIVE’s own level', () => {
    const known = new Set(factors.map(({ id }) => id));
    for (const category of sampleFeedCategories) {
      const rooms = sampleSlice(category, { now })?.rooms ?? [];
      expect(rooms).toHaveLength(6);
      for (const { clips, figures } of rooms) {
        expect(clips.length).toBeGreaterThan(0);
        for (const { factor, metric, level = 0, url } of clips) {
          expect(known).toContain(factor);
          expect(level).toBeGreaterThan(figures[metric] ?? Number.POSITIVE_INFINITY);
          expect(url).toBeUndefined();
        }
      }
    }
  });

  it('shows every key factor somewhere, as real feeds may', () => {
    for (const category of sampleFeedCategories) {
      const clips = sampleSlice(category, { now })?.rooms.flatMap((room) => room.clips) ?? [];
      const shown = new Set(clips.map(({ factor, metric }) => `${factor} by ${metric}`));
      expect([...shown].sort()).toEqual(
        keyFactors.map((one) => `${one.id} by ${one.shownBy}`).sort(),
      );
    }
  });

  it('is the same for the same day, and has nothing on what its shops do not sell', () => {
    const later = unixMs(now + 3_600_000);
    expect(sampleSlice(HOME, { now: later })).toEqual(sampleSlice(HOME, { now }));
    expect(sampleFeedCategories).not.toContain('700437');
  });
});
