import { hosts } from '../platform/hosts.ts';
import { api } from './api.ts';
import { control } from './control.ts';
import { cover } from './cover.ts';
import { type DemoAnswer, type DemoRequest, plain, redirect } from './exchange.ts';
import type { Faults } from './faults.ts';
import { FEED_HOST, feed } from './feed/feed.ts';
import { page, pageFile } from './pages.ts';
import { recordings } from './recordings/recordings.ts';
import { replay } from './replay.ts';
import type { RequestLog } from './request-log.ts';
import type { DemoShop } from './shop.ts';
import { nextPath, type SignIn } from './sign-in.ts';

/** What the routes need to answer. */
export interface Rooms {
  readonly shop: DemoShop;
  readonly signIn: SignIn;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** Pages for signed-in sellers, by path. */
const pages: Readonly<Record<string, string>> = {
  '/compass/live-analysis': 'live-list',
  '/workbench/live/overview': 'dashboard',
};

/** The answer of one of TikTok's hosts; every other host is a page that has nothing to do with TikTok. */
export async function answerOf(asked: DemoRequest, rooms: Rooms): Promise<DemoAnswer> {
  const { path } = asked;
  if (path === '/demo/control') return control(asked, rooms.faults, rooms.log);
  if (path.startsWith('/demo/pages/')) return pageFile(path.slice('/demo/pages/'.length));
  if (path.startsWith('/demo/replay/')) return replay(asked, rooms.shop);
  if (path.startsWith('/demo/recordings/')) return recordings(asked);
  const covered = /^\/demo\/cover\/(\d+)\.svg$/.exec(path)?.[1];
  if (covered !== undefined) return cover(rooms.shop.picture(covered));
  if (asked.host === FEED_HOST) return feed(asked);
  if (!hosts.some((host) => host === asked.host)) return page('elsewhere', asked.at);

  const signedIn = rooms.signIn.isSignedIn(asked);
  if (path.startsWith('/api/')) return api(asked, rooms.shop, signedIn);
  if (path === '/') return redirect('/compass/live-analysis');
  if (path === '/demo') return page('controls', asked.at);
  if (path === '/demo/sign-in') return signInPage(asked, rooms.signIn);
  if (path === '/demo/sign-out' && asked.method === 'POST') {
    return redirect('/demo/sign-in', { 'set-cookie': rooms.signIn.noCookie });
  }
  const name = pages[path];
  if (name === undefined) return plain(404, 'The demo has no such page.');
  const back = asked.query.size === 0 ? path : `${path}?${asked.query}`;
  return signedIn
    ? page(name, asked.at)
    : redirect(`/demo/sign-in?next=${encodeURIComponent(back)}`);
}

function signInPage(asked: DemoRequest, { cookie }: SignIn): DemoAnswer | Promise<DemoAnswer> {
  if (asked.method !== 'POST') return page('sign-in', asked.at);
  return redirect(nextPath(asked.query.get('next')), { 'set-cookie': cookie });
}
