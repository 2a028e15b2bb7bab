import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
import type { PageKind } from '../page-kinds.ts';
import { PanelChoiceSchema, type PanelState } from '../panel-choices.ts';
import { defineVerb, reply } from './define-verb.ts';

/** Where the panel stands: docked in a page, or open in a tab of its own. */
export interface PanelPlace {
  readonly docked: boolean;
  readonly page?: PageKind;
  /** The room in the page's address; wins over the picker on a LIVE dashboard. */
  readonly room?: RoomId;
}

/** The panel and where it stands. */
export const panelVerbs = {
  /** Where the asking panel stands. */
  'panel.place': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<PanelPlace>(),
    idempotent: true,
  }),
  /** Closes or re-docks the panel of the tab the message comes from, and on all pages of the kind in it. */
  'panel.set': defineVerb({
    from: 'panel',
    request: PanelChoiceSchema,
    reply: reply<{ readonly panel: PanelState }>(),
    idempotent: false,
  }),
};
