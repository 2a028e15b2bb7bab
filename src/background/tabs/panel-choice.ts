import type { PageKind } from '../../platform/page-kinds.ts';
import {
  type PanelChoice,
  type PanelState,
  panelOn,
  withPanelChoice,
} from '../../platform/panel-choices.ts';
import { defaultSettings } from '../../platform/settings.ts';
import { archives } from '../archives.ts';

/**
 * How the panel stands on pages of a kind; where the archive can't be opened, as at first, so that it shows
 * and says why.
 */
export async function panelState(page: PageKind): Promise<PanelState> {
  const archive = await archives.open('shop');
  return panelOn((archive.ok ? await archive.value.settings() : defaultSettings).panels, page);
}

/**
 * Keeps what the seller chose on a page of a kind, and answers how the panel stands there. Without a kind, and
 * where the archive can't be opened, the choice holds but isn't kept.
 */
export async function changePanel(
  page: PageKind | undefined,
  choice: PanelChoice,
): Promise<PanelState> {
  const archive = await archives.open('shop');
  const { noRoom: _noRoom, ...standing } = choice;
  if (!archive.ok || page === undefined) return { ...panelOn({}, undefined), ...standing };
  const { panels } = await archive.value.changeSettings((settings) => ({
    panels: withPanelChoice(settings.panels, page, choice),
  }));
  return panelOn(panels, page);
}

/** Keeps that pages of a kind make no room, unless it is kept already, and answers how the panel stands there. */
export async function noteNoRoom(page: PageKind): Promise<PanelState> {
  const known = await panelState(page);
  return known.dock === 'auto' ? changePanel(page, { noRoom: 'untold' }) : known;
}
