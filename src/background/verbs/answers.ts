import { ok } from '../../metrics/fault.ts';
import type { answersVerbs } from '../../platform/verbs/answers.ts';
import { scramble } from '../../sources/seller-center/scramble/scramble.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { lastAnswers } from '../rooms/last-answers.ts';

/** A number from 0 up to 1 that nobody can foretell from the ones before. */
function drawn(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number / 2 ** 32;
}

/** Answers the verbs of `platform/verbs/answers.ts`. */
export const answersHandlers: HandlersOf<typeof answersVerbs> = {
  /** A sample for a problem report, of the answers held in memory; drawn anew each time. */
  'answers.sample': () => {
    const held = lastAnswers.all();
    const sample = scramble(held, drawn);
    return Promise.resolve(
      ok(held.length === 0 ? {} : { sample: JSON.stringify(sample, undefined, 1) }),
    );
  },
};
