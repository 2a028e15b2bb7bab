import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import type { LauncherWords } from '../launcher-words.ts';
import { MAX_BODY, MAX_REQUEST, MAX_URL } from '../observed.ts';
import { PageKindSchema } from '../page-state.ts';
import { PanelChoiceSchema, type PanelState } from '../panel-choices.ts';
import { defineVerb, reply } from './define-verb.ts';

/** What content scripts on supported hosts say. */
export const pageVerbs = {
  /** The launcher says where it is; answered with how the panel should stand, and what its controls say. */
  'page.at': defineVerb({
    from: 'page',
    request: v.object({ page: PageKindSchema, room: v.optional(RoomIdSchema) }),
    reply: reply<{ readonly panel: PanelState; readonly words: LauncherWords }>(),
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
  /**
   * The seller opened, closed or resized the panel by the launcher's own handles. On a page of no known kind
   * that isn't kept.
   */
  'page.panel': defineVerb({
    from: 'page',
    request: v.object({ page: v.optional(PageKindSchema), choice: PanelChoiceSchema }),
    reply: reply<{ readonly panel: PanelState }>(),
    idempotent: false,
  }),
  /** The page left its content under a panel beside it: on pages of its kind the panel lies over them. */
  'page.no-room': defineVerb({
    from: 'page',
    request: v.object({ page: PageKindSchema }),
    reply: reply<{ readonly panel: PanelState }>(),
    idempotent: true,
  }),
};
