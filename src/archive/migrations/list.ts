import { rooms } from './0001-rooms.ts';
import { settingsAndLedger } from './0002-settings-and-ledger.ts';
import { feedsPinnedAndPlans } from './0003-feeds-pinned-and-plans.ts';
import { pictures } from './0004-pictures.ts';
import { accounts } from './0005-accounts.ts';
import { durationsAndAudience } from './0006-durations-and-audience.ts';
import { oneReference } from './0007-one-reference.ts';
import { panelByPage } from './0008-panel-by-page.ts';
import { importStores } from './0009-imports.ts';
import { notesAndFindable } from './0010-notes-and-findable.ts';
import { lists } from './0011-lists.ts';
import { measures } from './0012-measures.ts';
import type { Migration } from './migration.ts';

/** Every migration ever released, in order and never changed: the database's version is their number. */
export const migrations: readonly Migration[] = [
  rooms,
  settingsAndLedger,
  feedsPinnedAndPlans,
  pictures,
  accounts,
  durationsAndAudience,
  oneReference,
  panelByPage,
  importStores,
  notesAndFindable,
  lists,
  measures,
];
