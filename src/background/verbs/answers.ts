import { ok } from '../../metrics/fault.ts';
import { scramble } from '../../sources/seller-center/scramble/scramble.ts';
import { lastAnswers } from '../last-answers.ts';
import type { Handler } from '../router.ts';

/** A number from 0 up to 1 that nobody can foretell from the ones before. */
function drawn(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number / 2 ** 32;
}

/** A sample for a problem report, of the answers held in memory; drawn anew each time. */
export const answersSample: Handler<'answers.sample'> = () => {
  const held = lastAnswers.all();
  const sample = scramble(held, drawn);
  return Promise.resolve(
    ok(held.length === 0 ? {} : { sample: JSON.stringify(sample, undefined, 1) }),
  );
};
