import * as v from 'valibot';
import { RoomIdSchema } from '../metrics/ids.ts';

/** Kinds of pages the launcher knows; one file each in content/pages. */
export const PageKindSchema = v.picklist(['live-dashboard', 'seller-center', 'live-manager']);
export type PageKind = v.InferOutput<typeof PageKindSchema>;

/** Where the page of a tab is. */
export const PageStateSchema = v.object({ page: PageKindSchema, room: v.optional(RoomIdSchema) });
export type PageState = v.InferOutput<typeof PageStateSchema>;

/** storage.session key under which the worker keeps where the page of a tab is; panels watch it. */
export const pageKey = (tab: number): string => `page:${tab}`;

/** The tab of such a key; undefined for every other key. */
export function tabOfPageKey(key: string): number | undefined {
  const tab = /^page:(\d+)$/.exec(key)?.[1];
  return tab === undefined ? undefined : Number(tab);
}
