import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import {
  type RecordingMeasures,
  RecordingMeasuresSchema,
} from '../../metrics/recording/measures.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** What was measured of the recordings of LIVEs; `which` names whose archive. */
export const recordingVerbs = {
  /** What is kept of these LIVEs' recordings; of one that wasn't measured nothing. */
  'recording.measures': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, rooms: v.array(RoomIdSchema) }),
    reply: reply<{ readonly measures: readonly RecordingMeasures[] }>(),
    idempotent: true,
  }),
  /** Keeps what was measured of a LIVE in place of what was before; what is whole stays until another is whole. */
  'recording.keep': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, measures: RecordingMeasuresSchema }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
};
