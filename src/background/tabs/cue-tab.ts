import type { PlanId } from '../../metrics/board/plan.ts';
import { browser } from '../../platform/browser.ts';
import { panelAddress } from './panel-tab.ts';
import { showTab } from './show-tab.ts';

/** Whose cue card. */
export interface CueTab {
  readonly plan?: PlanId | undefined;
  readonly which?: 'shop' | 'sample' | undefined;
}

/** CSS pixels of a window that stands beside others; on a second screen it is made larger by hand. */
const WINDOW = { width: 480, height: 800 } as const;

/** Shows a plan's cue card in a tab: the one that is open already, else a new one. */
export async function showCueTab(cue: CueTab, window?: number): Promise<void> {
  await showTab(cueAddress(cue), window);
}

/** Shows a plan's cue card in a window of its own, for a second screen. */
export async function showCueWindow(cue: CueTab): Promise<void> {
  await browser.windows.create({ url: cueAddress(cue), type: 'popup', ...WINDOW });
}

/** Its fragment keeps the grey panel away that the page shows before its scripts run. */
function cueAddress({ plan, which = 'shop' }: CueTab): string {
  const query = new URLSearchParams({
    view: 'cue',
    which,
    ...(plan === undefined ? {} : { plan }),
  });
  return `${panelAddress()}?${query}#cue`;
}
