import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../../metrics/ids.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { sampleMeasures } from './measures.ts';

const measuresOf = (place: number, minutes: number) => {
  const room = parseRoomId(`76499518053633${String(10_000 + place)}`) ?? expect.fail('no room');
  const from = unixSeconds(1_781_143_200);
  return sampleMeasures(room, { from, to: unixSeconds(from + minutes * 60) });
};

describe('the measures of a simulated recording', () => {
  it('are the same for the same LIVE, and others for another one', () => {
    expect(measuresOf(1, 120)).toEqual(measuresOf(1, 120));
    expect(measuresOf(1, 120).pictures).not.toEqual(measuresOf(2, 120).pictures);
  });

  it('lie within the LIVE, whatever its length', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 1, max: 500 }), (place, minutes) => {
        const { pictures, sounds, length } = measuresOf(place, minutes);
        for (const { second } of [...pictures, ...sounds]) expect(second).toBeLessThan(length);
      }),
      { numRuns: 30 },
    );
  });

  it('have a dark, a quiet and a silent stretch in some LIVEs and none in others', () => {
    const lives = Array.from({ length: 40 }, (_, place) => measuresOf(place, 180));
    const dark = lives.filter(({ pictures }) => pictures.some(({ light }) => light < 60));
    const quiet = lives.filter(({ sounds }) =>
      sounds.some(({ loudness }) => (loudness ?? 0) < -30),
    );
    const silent = lives.filter(({ sounds }) =>
      sounds.some(({ silentShare }) => silentShare === 1),
    );
    for (const some of [dark, quiet, silent]) {
      expect(some.length).toBeGreaterThan(3);
      expect(some.length).toBeLessThan(35);
    }
  });
});
