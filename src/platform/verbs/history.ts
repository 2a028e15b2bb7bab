import * as v from 'valibot';
import { HistoryOrderSchema, type HistoryProgress } from '../history.ts';
import { defineVerb, reply } from './define-verb.ts';

/** The reading of the last three months. */
export const historyVerbs = {
  /** The reading of the last three months; without progress where it was never begun. */
  'history.progress': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly progress?: HistoryProgress }>(),
    idempotent: true,
  }),
  'history.start': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly progress: HistoryProgress }>(),
    idempotent: false,
  }),
  'history.order': defineVerb({
    from: 'panel',
    request: v.object({ order: HistoryOrderSchema }),
    reply: reply<{ readonly progress: HistoryProgress }>(),
    idempotent: false,
  }),
};
