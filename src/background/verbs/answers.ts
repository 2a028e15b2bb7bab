import { ok } from '../../metrics/fault.ts';
import { scramble } from '../../sources/seller-center/scramble/scramble.ts';
import { lastAnswers } from '../last-answers.ts';
import type { Handler } from '../router.ts';

/** A sample for a problem report, of the answers held in memory; drawn anew each time. */
export const answersSample: Handler<'answers.sample'> = () => {
  const held = lastAnswers.all();
  const sample = scramble(held, Math.random);
  return Promise.resolve(
    ok(held.length === 0 ? {} : { sample: JSON.stringify(sample, undefined, 1) }),
  );
};
