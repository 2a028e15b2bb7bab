import * as v from 'valibot';
import type { Migration } from './migration.ts';
import { rewriteRecords } from './rewrite-records.ts';

/** What version 7 kept of how the docked panel stands, one for all pages. */
const SettingsSchema = v.looseObject({
  panel: v.looseObject({
    open: v.fallback(v.optional(v.boolean()), undefined),
    width: v.fallback(v.optional(v.number()), undefined),
    dock: v.fallback(v.optional(v.picklist(['auto', 'push', 'overlay'])), undefined),
  }),
});

/** How it stood where the seller chose nothing: kept beside every other choice, and no choice itself. */
const unchosen = { open: true, width: 400, dock: 'auto' } as const;

const kinds = ['live-dashboard', 'seller-center', 'live-manager'];

/** A record of `settings`; what it keeps beside them is left as it is. */
function withPanels(record: unknown): unknown {
  const read = v.safeParse(SettingsSchema, record);
  if (!read.success) return record;
  const { panel, ...rest } = read.output;
  const { open, width, dock } = panel;
  const choice = {
    ...(open === undefined || open === unchosen.open ? {} : { open }),
    ...(width === undefined || width === unchosen.width ? {} : { width }),
    ...(dock === undefined || dock === unchosen.dock ? {} : { dock }),
  };
  const isChosen = Object.keys(choice).length > 0;
  return {
    ...rest,
    panels: isChosen ? Object.fromEntries(kinds.map((kind) => [kind, choice])) : {},
  };
}

/** How the docked panel stands became a choice for each kind of page, the one for all that of each. */
export const panelByPage: Migration = {
  migrate: (_database, transaction) => rewriteRecords(transaction, 'settings', withPanels),
};
