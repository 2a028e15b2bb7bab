import * as v from 'valibot';
import type { Result } from '../../metrics/fault.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import type { PageKind } from '../page-kinds.ts';
import { PanelChoiceSchema, type PanelState } from '../panel-choices.ts';
import type { archiveVerbs } from './archive.ts';
import type { archiveNames } from './archive-names.ts';
import { defineVerb, type RepliesOf, reply } from './define-verb.ts';
import type { historyVerbs } from './history.ts';
import type { pinnedVerbs } from './pinned.ts';
import type { planVerbs } from './plan.ts';

/** Where the panel stands: docked in a page, or open in a tab of its own. */
export interface PanelPlace {
  readonly docked: boolean;
  readonly page?: PageKind;
  /** The room in the page's address; wins over the picker on a LIVE dashboard. */
  readonly room?: RoomId;
}

type ArchiveReplies = RepliesOf<typeof archiveVerbs>;
/** Whose archive an opening is of: the one that the settings say, the shop's where they can't be read. */
type Which = v.InferOutput<typeof archiveNames>;

/** What a panel needs before its first figures. Each part by itself, so that an unreadable one hides no other. */
export interface PanelOpening {
  readonly place: Result<PanelPlace>;
  readonly settings: Result<ArchiveReplies['archive.settings']>;
  readonly which: Which;
  /** The LIVE that was asked for: that of the seller's page, which the sample shop has none of, else the panel's own. */
  readonly named?: RoomId;
  /** With the figures near the LIVE that is `named`. */
  readonly list: Result<ArchiveReplies['archive.near']>;
  /** The LIVE that is `named`, else the latest that is kept, as it is kept; absent where none is known. */
  readonly live?: {
    readonly id: RoomId;
    readonly session: Result<ArchiveReplies['archive.session']>;
    readonly record: Result<ArchiveReplies['archive.room']>;
  };
}

/** What the seller keeps beside LIVEs, and what the worker is at. Each part by itself. */
export interface PanelKept {
  readonly which: Which;
  readonly pinned: Result<RepliesOf<typeof pinnedVerbs>['pinned.list']>;
  readonly plans: Result<RepliesOf<typeof planVerbs>['plan.list']>;
  readonly upgrade: Result<ArchiveReplies['archive.upgrade']>;
  readonly history: Result<RepliesOf<typeof historyVerbs>['history.progress']>;
}

/** The panel and where it stands. */
export const panelVerbs = {
  /** What a panel opens with, in one answer; `room` is the LIVE in its own address. */
  'panel.open': defineVerb({
    from: 'panel',
    request: v.object({ room: v.exactOptional(RoomIdSchema) }),
    reply: reply<PanelOpening>(),
    idempotent: true,
  }),
  /** What stands below the figures. Asked for beside `panel.open`, as figures don't wait for a large board. */
  'panel.kept': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<PanelKept>(),
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
