import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { seriousFaults } from '../../e2e/panel-view.ts';
import { isPanelFrame } from '../../e2e/stage.ts';

/** The panel as narrow and as wide as it gets docked beside a page, and as a tab of its own on a laptop and a large screen. */
const WIDTHS = [320, 400, 1280, 1920] as const;
const HEIGHT = 860;
const SCHEMES = ['light', 'dark'] as const;

/** How long a chart may take to be drawn anew in other colours or at another width, in milliseconds. */
const SETTLE_MS = 250;

interface Shot {
  /** The element to take; the window when left out. Where it has sticky bars over it, see `whole`. */
  readonly of?: Locator;
  /** The whole page from top to end instead of the window; with `of`, the element as it stands there. */
  readonly whole?: boolean;
  readonly widths?: readonly number[];
  readonly schemes?: readonly (typeof SCHEMES)[number][];
  readonly height?: number;
  /** Puts the page into the state to show, once for each width and before the picture is taken. */
  readonly before?: () => Promise<unknown>;
}

export interface Camera {
  /** Takes a page's picture at every width in both schemes and says so, a line for each file. */
  readonly take: (page: Page, name: string, shot?: Shot) => Promise<void>;
  /** How many pictures were taken. */
  readonly taken: () => number;
  /** What axe holds for serious or critical in the states of the pictures, a line each; empty where it isn't asked for. */
  readonly faults: () => readonly string[];
}

/** A camera that writes PNG files named `<name>-<width>-<scheme>.png`, and has axe look at each state where asked to. */
export function createCamera(
  folder: string,
  tell: (line: string) => void,
  { axe = false }: { readonly axe?: boolean } = {},
): Camera {
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  const faults: string[] = [];
  return {
    taken: () => taken,
    faults: () => faults,
    take: async (page, name, shot = {}) => {
      await page.bringToFront();
      for (const width of shot.widths ?? WIDTHS) {
        await page.setViewportSize({ width, height: shot.height ?? HEIGHT });
        await shot.before?.();
        if (shot.whole === true) await showWhole(page, width);
        for (const colorScheme of shot.schemes ?? SCHEMES) {
          await page.emulateMedia({ colorScheme });
          await page.waitForTimeout(SETTLE_MS);
          const path = join(folder, `${name}-${width}-${colorScheme}.png`);
          await (shot.of ?? page).screenshot({ path, animations: 'disabled' });
          taken += 1;
          tell(path);
          // Once a state and scheme: what axe finds hangs on the width in few of them.
          if (axe && width === (shot.widths ?? WIDTHS)[0]) {
            const found = await seriousFaults(page.frames().find(isPanelFrame) ?? page);
            faults.push(...found.map((fault) => `${name}-${width}-${colorScheme}: ${fault}`));
          }
        }
      }
    },
  };
}

/** How often in a row a page has to be as high as before; what comes into view may be read from the archive first. */
const SAME_LOOKS = 5;
/** How often a page is looked at before its picture is taken as it is. */
const MOST_LOOKS = 30;

/** Makes the window as high as its page, so that sticky bars lie over nothing; the page may grow as parts of it come into view. */
async function showWhole(page: Page, width: number): Promise<void> {
  let height = 0;
  let same = 0;
  for (let look = 0; look < MOST_LOOKS && same < SAME_LOOKS; look += 1) {
    await page.waitForTimeout(SETTLE_MS);
    const needed = await heightOf(page);
    same = needed === height ? same + 1 : 0;
    if (same > 0) continue;
    height = needed;
    await page.setViewportSize({ width, height });
  }
}

async function heightOf(page: Page): Promise<number> {
  const length = await page.evaluate('document.documentElement.scrollHeight');
  return Math.max(HEIGHT, typeof length === 'number' ? length : HEIGHT);
}
