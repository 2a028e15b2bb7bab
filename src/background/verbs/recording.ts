import { ok } from '../../metrics/fault.ts';
import type { recordingVerbs } from '../../platform/verbs/recording.ts';
import { archiveOf } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import type { HandlersOf } from '../messaging/router.ts';

/** Answers the verbs of `platform/verbs/recording.ts`. */
export const recordingHandlers: HandlersOf<typeof recordingVerbs> = {
  /** What was measured of LIVEs. */
  'recording.measures': async ({ which, rooms }) =>
    ok({ measures: await (await archiveOf(which)).measures(rooms) }),

  /** Keeps what was measured of a LIVE. */
  'recording.keep': async ({ which, measures }) => {
    const generation = currentGeneration();
    const archive = await archiveOf(which);
    await generation.write(() => archive.keepMeasures(measures));
    return ok({});
  },
};
