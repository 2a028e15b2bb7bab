import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import {
  type PageState,
  PageStateSchema,
  pageKey,
  tabOfPageKey,
} from '../../platform/page-state.ts';

/** Where the page of a tab is; undefined for a tab whose launcher hasn't spoken. */
export async function pageOf(tab: number): Promise<PageState | undefined> {
  const key = pageKey(tab);
  const stored = await browser.storage.session.get(key);
  const read = v.safeParse(PageStateSchema, stored[key]);
  return read.success ? read.output : undefined;
}

/** The tabs whose launcher has spoken. */
export async function pageTabs(): Promise<readonly number[]> {
  const keys = Object.keys(await browser.storage.session.get());
  return keys.flatMap((key) => tabOfPageKey(key) ?? []);
}

export async function rememberPage(tab: number, page: PageState): Promise<void> {
  await browser.storage.session.set({ [pageKey(tab)]: page });
}

export async function forgetPage(tab: number): Promise<void> {
  await browser.storage.session.remove(pageKey(tab));
}
