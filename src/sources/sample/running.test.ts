import { describe, expect, it } from 'vitest';
import { metric, metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { type SampleShop, sampleShop } from './index.ts';

const NOW = unixMs(Date.UTC(2026, 10, 23, 17, 45));
const shop = sampleShop({ now: NOW });
const minutesOn = (minutes: number): SampleShop => shop.at(unixMs(NOW + minutes * 60_000));

function newest(of: SampleShop): Session {
  const session = of.rooms[0]?.session;
  if (session === undefined) throw new Error('The shop has no rooms.');
  return session;
}

describe('the LIVE on air', () => {
  it('began an hour to 90 minutes ago', () => {
    const minutes = (NOW / 1000 - (newest(shop).room.startedAt ?? Number.NaN)) / 60;
    expect(minutes).toBeGreaterThanOrEqual(60);
    expect(minutes).toBeLessThanOrEqual(91);
    expect(newest(shop).room.endedAt).toBeUndefined();
    expect(newest(shop).room.replayExpiresAt).toBeUndefined();
    expect(numberOf(newest(shop).figures, 'currentViewers')).toBeGreaterThan(0);
  });

  it('only grows as time goes on, in every count and every interval', () => {
    const times = [0, 0.5, 3, 17, 61, 150].map((minutes) => newest(minutesOn(minutes)));
    for (const [i, later] of times.entries()) {
      const earlier = times[i - 1];
      if (earlier === undefined) continue;
      expect(later.room.id).toBe(earlier.room.id);
      for (const id of metricIds) {
        if (id === 'currentViewers' || metric(id).comparable) continue;
        const before = numberOf(earlier.figures, id);
        if (before === undefined) continue;
        expect(numberOf(later.figures, id), id).toBeGreaterThanOrEqual(before);
      }
      const complete = (session: Session, name: string): unknown[] =>
        session.timeline?.series.find(({ metric: id }) => id === name)?.points.slice(0, -1) ?? [];
      for (const name of ['gmv', 'views', 'concurrentViewers']) {
        const known = complete(earlier, name);
        expect(complete(later, name).slice(0, known.length)).toEqual(known);
      }
      expect(later.pins?.map(({ startedAt }) => startedAt)).toEqual(
        expect.arrayContaining(earlier.pins?.map(({ startedAt }) => startedAt) ?? []),
      );
    }
    expect(numberOf(newest(minutesOn(0.5)).figures, 'views')).toBeGreaterThan(
      numberOf(newest(shop).figures, 'views') ?? 0,
    );
  });

  it('never moves an ended LIVE', () => {
    const ids = ({ rooms }: SampleShop): unknown[] =>
      rooms.slice(1).map(({ session }) => [session.room.id, session.products, session.comparisons]);
    expect(ids(minutesOn(61))).toEqual(ids(shop));
  });

  it('ends after six hours, with everything an ended LIVE has', () => {
    const over = minutesOn(6 * 60);
    expect(over.rooms[0]?.phase).toBe('provisional');
    expect(newest(over).room.duration).toBe(6 * 3_600);
    expect(newest(over).room.endedAt).toBe((newest(shop).room.startedAt ?? 0) + 6 * 3_600);
    expect(newest(over).figures.currentViewers).toBeUndefined();
    expect(over.rooms[0]?.replay?.durationSeconds).toBe(6 * 3_600);
  });

  it('is the same after a restart that remembers when the shop was opened', () => {
    const later = unixMs(NOW + 95 * 60_000);
    expect(sampleShop({ now: later, opened: NOW }).rooms[0]).toEqual(shop.at(later).rooms[0]);
  });
});
