import * as v from 'valibot';
import type { RoomId } from '../metrics/ids.ts';
import { type RecordingMeasures, RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import { START } from './parts.fixture.ts';

/** What was measured of a recording of a minute whose second half couldn't be read. */
export const measuredOf = (
  room: RoomId,
  about: Partial<RecordingMeasures> = {},
): RecordingMeasures => ({
  ...v.parse(RecordingMeasuresSchema, {
    version: 1,
    room,
    source: 'replay',
    readAt: START,
    bytes: 300_000,
    plan: { pictureEvery: 30, soundEvery: 60 },
    length: 60,
    unsureFrom: null,
    pictures: [
      {
        second: 0,
        light: 120.5,
        highlights: 0,
        contrast: 130,
        cast: null,
        sharpness: 0.08,
        bars: 0,
        moved: null,
        person: null,
      },
    ],
    sounds: [],
    complete: true,
    left: [{ from: 30, to: 60, reason: 'missing' }],
  }),
  ...about,
});
