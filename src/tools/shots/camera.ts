import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

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
}

/** A camera that writes PNG files named `<name>-<width>-<scheme>.png`. */
export function createCamera(folder: string, tell: (line: string) => void): Camera {
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return {
    taken: () => taken,
    take: async (page, name, shot = {}) => {
      await page.bringToFront();
      for (const width of shot.widths ?? WIDTHS) {
        await page.setViewportSize({ width, height: shot.height ?? HEIGHT });
        await shot.before?.();
        if (shot.whole === true)
          await page.setViewportSize({ width, height: await heightOf(page) });
        for (const colorScheme of shot.schemes ?? SCHEMES) {
          await page.emulateMedia({ colorScheme });
          await page.waitForTimeout(SETTLE_MS);
          const path = join(folder, `${name}-${width}-${colorScheme}.png`);
          await (shot.of ?? page).screenshot({ path, animations: 'disabled' });
          taken += 1;
          tell(path);
        }
      }
    },
  };
}

/** The page's height when nothing of it needs to scroll: sticky bars then lie over nothing. */
async function heightOf(page: Page): Promise<number> {
  const length = await page.evaluate('document.documentElement.scrollHeight');
  return Math.max(HEIGHT, typeof length === 'number' ? length : HEIGHT);
}
