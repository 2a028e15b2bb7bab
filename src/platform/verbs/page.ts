import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { MAX_BODY, MAX_REQUEST, MAX_URL } from '../observed.ts';
import { PageKindSchema } from '../page-state.ts';
import { PanelSchema, type Settings } from '../settings.ts';
import { defineVerb, reply } from './define-verb.ts';

/** What content scripts on supported hosts say. */
export const pageVerbs = {
  /** The launcher says where it is; answered with how the panel should stand. */
  'page.at': defineVerb({
    from: 'page',
    request: v.object({ page: PageKindSchema, room: v.optional(RoomIdSchema) }),
    reply: reply<{ readonly panel: Settings['panel'] }>(),
    idempotent: false,
  }),
  /** A copy of an answer the page asked for itself. */
  'page.observed': defineVerb({
    from: 'page',
    request: v.object({
      url: v.pipe(v.string(), v.maxLength(MAX_URL)),
      request: v.optional(v.pipe(v.string(), v.maxLength(MAX_REQUEST))),
      status: v.number(),
      body: v.pipe(v.string(), v.maxLength(MAX_BODY)),
    }),
    reply: reply<{ readonly taken: boolean }>(),
    idempotent: false,
  }),
  /** The seller opened, closed, resized or re-docked the panel by the launcher's own handles. */
  'page.panel': defineVerb({
    from: 'page',
    request: v.partial(PanelSchema),
    reply: reply<{ readonly panel: Settings['panel'] }>(),
    idempotent: false,
  }),
};
