import * as v from 'valibot';
import { MINUTE_MS } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { keptScreenKey, type ScreenPlace } from '../../platform/kept-screen.ts';
import { PageStateSchema, pageKey } from '../../platform/page-state.ts';
import { roomInAddress } from '../state/room-in-address.ts';
import { draw } from './drawn.ts';

/** How long after it was drawn a screen is still shown: what it says of time stays true in sight of that. */
const SHOWN_FOR_MS = 60 * MINUTE_MS;

/** The first screen of a panel, stored so that the next one shows it before its code and its figures are there. */
const KeptScreenSchema = v.object({
  /** The LIVE that the panel was opened for; none where it opened the latest. */
  of: v.optional(v.string()),
  /** When it was drawn, in Unix milliseconds. */
  at: v.number(),
  lang: v.string(),
  dir: v.string(),
  /** The style sheets that came with the code, which the page itself doesn't name. */
  styles: v.string(),
  drawn: v.unknown(),
});
export type KeptScreen = v.InferOutput<typeof KeptScreenSchema>;

/** Where this panel stands. */
export const screenPlace = (): ScreenPlace => (window === window.top ? 'tab' : 'docked');

const sheets = (): string[] =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href);

/** The style sheets that the page names itself. */
const sheetsOfPage = new Set(sheets());

/** The addresses of those that came later. */
export const laterSheets = (): string[] => sheets().filter((href) => !sheetsOfPage.has(href));

let isTouched = false;
for (const deed of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove']) {
  const touch = (): void => {
    isTouched = true;
  };
  document.addEventListener(deed, touch, { capture: true, once: true, passive: true });
}

/** Whether the seller has done anything in this panel: from then on its screen may be hers and not that of an opening. */
export const wasTouched = (): boolean => isTouched;

/**
 * Draws the first screen in `root` as it was last, where it is that of the LIVE that this panel opens and nothing that
 * it shows has changed since: the worker drops it with the first news of that. It can't be used and nobody reads it
 * out; what takes its place is the same. Answers whether it stands there; `found` is called before it is drawn, so that
 * what is loaded from then on comes meanwhile.
 */
export async function showKeptScreen(root: Element, found: () => void): Promise<boolean> {
  try {
    const key = keptScreenKey(screenPlace());
    const [stored, of] = await Promise.all([browser.storage.session.get(key), opened()]);
    const kept = v.safeParse(KeptScreenSchema, stored[key]);
    if (!kept.success || kept.output.of !== of) return false;
    const { at, lang, dir, styles, drawn } = kept.output;
    if (Math.abs(now() - at) > SHOWN_FOR_MS) return false;
    found();
    const screen = draw(drawn);
    if (!(screen instanceof HTMLElement)) return false;
    screen.inert = true;
    screen.ariaHidden = 'true';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
    document.documentElement.lang = lang;
    document.documentElement.dir = dir;
    root.replaceChildren(screen);
    return true;
  } catch {
    // Without it the panel opens as it does for the first time.
    return false;
  }
}

/** Makes room for the panel itself, whose style sheets are there by then. */
export function leaveKeptScreen(root: Element): void {
  document.adoptedStyleSheets = [];
  root.replaceChildren();
}

/** The LIVE that this panel opens: that of the page it is docked in, else the one in its own address. */
async function opened(): Promise<string | undefined> {
  const named = roomInAddress(location.href);
  if (screenPlace() === 'tab') return named;
  const tab = (await browser.tabs.getCurrent())?.id;
  if (tab === undefined) return named;
  const key = pageKey(tab);
  const page = v.safeParse(PageStateSchema, (await browser.storage.session.get(key))[key]);
  return (page.success ? page.output.room : undefined) ?? named;
}
