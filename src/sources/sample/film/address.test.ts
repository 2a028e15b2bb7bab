import { describe, expect, it } from 'vitest';
import { seconds, unixMs } from '../../../metrics/time.ts';
import { sampleFeedCategories, sampleSlice } from '../feed.ts';
import { sampleShop } from '../index.ts';
import { filmAddress, filmAt } from './address.ts';

const now = unixMs(Date.UTC(2026, 10, 25, 12));

describe('the address of a simulated LIVE’s film', () => {
  it('says what the film shows, and leads to no host that could be', () => {
    const film = { mark: 'gem', hue: 342, length: seconds(5_740) } as const;
    const address = filmAddress(film);
    expect(filmAt(address)).toEqual(film);
    expect(new URL(address).hostname).toMatch(/\.invalid$/);
  });

  it.each([
    ['a real address', 'https://replays.example/film?mark=gem&hue=1&length=60'],
    ['another name that begins alike', 'https://sample.invalid/filmed?mark=gem&hue=1&length=60'],
    ['no such mark', 'https://sample.invalid/film?mark=toString&hue=1&length=60'],
    ['no length', 'https://sample.invalid/film?mark=gem&hue=1'],
    ['a length that no LIVE has', 'https://sample.invalid/film?mark=gem&hue=1&length=99999999999'],
    ['no address at all', 'https://sample.invalid/film?%'],
  ])('is that of no film otherwise: %s', (_, address) => {
    expect(filmAt(address)).toBeUndefined();
  });

  it('is that of the replay of each LIVE that is kept, and of each clip of the simulated feed', () => {
    const { rooms } = sampleShop({ now, replays: 'film' });
    const kept = rooms.filter(({ replay }) => replay !== undefined);
    expect(kept.length).toBeGreaterThan(10);
    for (const { session, replay } of kept) {
      const film = filmAt(session.room.replayUrl ?? '');
      expect(film?.length).toBe(replay?.durationSeconds);
    }
    for (const { session, replay } of rooms) {
      if (replay === undefined) expect(session.room.replayUrl).toBeUndefined();
    }
    for (const category of sampleFeedCategories) {
      const clips = sampleSlice(category, { now, replays: 'film' })?.rooms.flatMap(
        (room) => room.clips,
      );
      expect(clips?.length).toBeGreaterThan(0);
      for (const { url = '', to, expiresAt = 0 } of clips ?? []) {
        expect(filmAt(url)?.length).toBeGreaterThanOrEqual(to);
        expect(expiresAt * 1_000).toBeGreaterThan(now);
      }
    }
  });
});
