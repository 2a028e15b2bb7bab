import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seconds } from '../time.ts';
import { measuredLength } from './measured-length.ts';
import { fixtureMeasures } from './measures.fixture.ts';
import { measuresIn } from './measures-in.ts';

const cut = (from: number, to: number) => ({ from: seconds(from), to: seconds(to) });

it('what a part of a recording is like is told by what was measured in it alone', () => {
  const measures = fixtureMeasures({
    picture: (minute) => (minute >= 10 && minute < 20 ? { light: 60 } : {}),
    sound: (minute) => (minute >= 10 && minute < 20 ? { speechShare: 0.35, loudness: null } : {}),
  });
  expect(measuresIn(measures, cut(0, 600))).toEqual({
    light: 120,
    loudness: -18,
    speech: expect.closeTo(0.7),
  });
  const dark = measuresIn(measures, cut(600, 1200));
  expect(dark).toEqual({ light: 60, speech: expect.closeTo(0.35) });
  // A part of seconds has the sound of the minute in which it lies.
  expect(measuresIn(measures, cut(635, 655)).speech).toBeCloseTo(0.35);
  expect(measuresIn(measures, cut(9000, 9600))).toEqual({});
});

it('a part that counts as measured is told of, however its measures lie', () => {
  const second = fc.integer({ min: 0, max: 600 });
  const rows = fc.uniqueArray(second, { maxLength: 12 }).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(rows, rows, second, fc.integer({ min: 1, max: 120 }), (seen, heard, from, long) => {
      const { pictures, sounds } = fixtureMeasures();
      const measures = fixtureMeasures({
        minutes: 10,
        parts: {
          pictures: seen.flatMap((at) =>
            pictures.slice(0, 1).map((one) => ({ ...one, second: seconds(at) })),
          ),
          sounds: heard.flatMap((at) =>
            sounds.slice(0, 1).map((one) => ({ ...one, second: seconds(at) })),
          ),
        },
      });
      const part = cut(from, from + long);
      const { light, speech } = measuresIn(measures, part);
      if (measuredLength(measures, part) === 0) return;
      expect({ light: light !== undefined, speech: speech !== undefined }).toEqual({
        light: seen.length > 0,
        speech: heard.length > 0,
      });
    }),
  );
});
