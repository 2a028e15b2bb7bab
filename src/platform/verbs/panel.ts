import * as v from 'valibot';
import type { Pinned } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import type { Upgrade } from '../../metrics/snapshot.ts';
import type { HistoryProgress } from '../history.ts';
import type { PackedRooms } from '../packed-rooms.ts';
import type { PageKind } from '../page-kinds.ts';
import { PanelSchema, type Settings } from '../settings.ts';
import { defineVerb, reply } from './define-verb.ts';

/** Where the panel stands: docked in a page, or open in a tab of its own. */
export interface PanelPlace {
  readonly docked: boolean;
  readonly page?: PageKind;
  /** The room in the page's address; wins over the picker on a LIVE dashboard. */
  readonly room?: RoomId;
}

/** All that a panel asks for when it opens; the rest follows the LIVE that it shows. */
export interface PanelOpening {
  /** Whose LIVEs are looked at. */
  readonly which: 'shop' | 'sample';
  readonly settings: Settings;
  readonly place: PanelPlace;
  readonly rooms: PackedRooms;
  /** The LIVE to show first, where one is archived. */
  readonly live?: {
    readonly room: RoomId;
    readonly session?: Session;
    readonly record?: RoomRecord;
  };
  readonly pinned: readonly Pinned[];
  readonly plans: readonly Plan[];
  readonly upgrade?: Upgrade;
  readonly progress?: HistoryProgress;
}

/** The panel and where it stands. */
export const panelVerbs = {
  /** What is archived, for a panel that opens: the first answers to its questions, never from the network. */
  'panel.open': defineVerb({
    from: 'panel',
    request: v.object({ room: v.optional(RoomIdSchema) }),
    reply: reply<PanelOpening>(),
    idempotent: true,
  }),
  /** Where the asking panel stands. */
  'panel.place': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<PanelPlace>(),
    idempotent: true,
  }),
  /** Closes or re-docks the panel of the tab the message comes from. */
  'panel.set': defineVerb({
    from: 'panel',
    request: v.partial(PanelSchema),
    reply: reply<{ readonly panel: Settings['panel'] }>(),
    idempotent: false,
  }),
};
