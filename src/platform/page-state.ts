import * as v from 'valibot';
import { RoomIdSchema } from '../metrics/ids.ts';
import { pageKindNames } from './page-kinds.ts';

/** A kind of page, named in a message. */
export const PageKindSchema = v.picklist(pageKindNames);

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
