import * as v from 'valibot';
import { defineVerb, reply } from './define-verb.ts';

/** Samples of the last answers. */
export const answersVerbs = {
  /** A sample for a problem report of the last answers, their figures scrambled. */
  'answers.sample': defineVerb({
    from: 'panel',
    request: v.object({}),
    /** As it would be saved, JSON; absent where the worker holds no answer. */
    reply: reply<{ readonly sample?: string }>(),
    idempotent: true,
  }),
};
