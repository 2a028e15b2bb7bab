import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isMoneyMetric, metricIds } from '../metrics/catalogue.ts';
import type { Figures, Origin } from '../metrics/figure.ts';
import { type RoomId, RoomIdSchema } from '../metrics/ids.ts';
import { money } from '../metrics/money.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { seconds, unixMs, unixSeconds } from '../metrics/time.ts';
import { packRooms, unpackRooms } from './packed-rooms.ts';

const at = unixMs(1_781_240_000_000);
const own: Origin = { how: 'fetched', endpoint: 'core/stats', at };
const summary: Origin = { how: 'observed', endpoint: 'live/list', at, summary: true };

/** Every metric there is, a third of them worked out from others. */
function allFigures(): Figures {
  const figures: Figures = {};
  metricIds.forEach((id, place) => {
    const about = { origin: own, ...(place % 3 === 0 ? { derivedFrom: ['views', 'clicks'] } : {}) };
    if (isMoneyMetric(id)) figures[id] = { money: money('2607080.55', 'VND'), ...about };
    else figures[id] = { value: 0.028268 * place, ...about };
  });
  return figures;
}

function record(place: number, figures: Figures = allFigures()): RoomRecord {
  const id: RoomId = v.parse(RoomIdSchema, `76499518053633${String(place).padStart(5, '0')}`);
  const room = {
    id,
    title: 'A title of some length for a LIVE',
    coverUrl: `https://p16.invalid/${'x'.repeat(300)}`,
    startedAt: unixSeconds(1_781_143_239),
    endedAt: unixSeconds(1_781_149_519),
    status: 'ended' as const,
  };
  return { id, room, figures, revision: 3, simulated: false, fetchedAt: at };
}

describe('records packed for a message', () => {
  it('come out as they went in', () => {
    const records = [
      record(1),
      record(2, {
        views: { value: 0, origin: summary },
        viewers: { value: 5, range: { low: 4.5, high: 5.5 }, origin: own },
      }),
      record(3, {}),
    ];
    expect(unpackRooms(JSON.parse(JSON.stringify(packRooms(records))))).toEqual(records);
  });

  it('come out as they went in, whatever rooms and figures have in common', () => {
    const origin = fc.constantFrom(own, summary, { ...own, at: unixMs(at + 1) });
    const about = fc.record(
      { origin, derivedFrom: fc.constantFrom<string[]>(['views'], ['views', 'clicks']) },
      { requiredKeys: ['origin'] },
    );
    const figures = fc.record(
      {
        views: about.map((from) => ({ value: 3, ...from })),
        productClicks: about.map((from) => ({ value: 2, ...from })),
        gmv: about.map((from) => ({ money: money('12.50', 'USD'), ...from })),
        aov: about.map((from) => ({ money: money('7', 'VND'), ...from })),
      },
      { requiredKeys: [] },
    );
    const parts = fc.record(
      {
        title: fc.constantFrom('a', 'b'),
        zone: fc.constantFrom({ offset: seconds(0) }, { offset: seconds(3600), name: 'Etc/GMT-1' }),
        status: fc.constantFrom('live' as const, 'ended' as const),
        creator: fc.constantFrom({ handle: 'a' }, { handle: 'a', name: 'A' }),
      },
      { requiredKeys: [] },
    );
    const records = fc.array(
      fc.record({ parts, figures, currency: fc.option(fc.constant(money('1', 'USD').currency)) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(records, (all) => {
        const made = all.map(({ parts: said, figures: known, currency }, place): RoomRecord => {
          const { id, revision, simulated } = record(place, {});
          return {
            id,
            room: { id, ...said },
            figures: known,
            revision,
            simulated,
            ...(currency === null ? {} : { currency }),
          };
        });
        expect(unpackRooms(packRooms(made))).toEqual(made);
      }),
    );
  });

  it('stay under 250 KB for a hundred LIVEs with all their figures', () => {
    const records = Array.from({ length: 100 }, (_, place) => record(place));
    expect(JSON.stringify(packRooms(records)).length).toBeLessThan(250_000);
  });
});
