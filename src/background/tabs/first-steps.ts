import { browser, type Runtime } from '../../platform/browser.ts';
import { keepVersionSeen, ownVersion, versionSeen } from '../../platform/version-seen.ts';
import { shopArchive } from '../archives.ts';
import { showTab } from './show-tab.ts';

const FIRST_STEPS_PATH = 'src/first-steps/first-steps.html';

/** Shows the first steps: the tab that has them open already, else a new one. */
export const showFirstSteps = (window?: number): Promise<void> =>
  showTab(browser.runtime.getURL(FIRST_STEPS_PATH), window);

/**
 * Opens the first steps where the extension is new to the seller, and keeps from which version on what changes is new to
 * her. Browsers say of an unpacked extension at each start that it was installed, so that what is kept decides; LIVEs of
 * a version that kept none say that it isn't new.
 */
export async function greet({
  reason,
  previousVersion,
}: Runtime.OnInstalledDetailsType): Promise<void> {
  if ((await versionSeen()) !== undefined) return;
  if (reason === 'update') return keepVersionSeen(previousVersion ?? ownVersion());
  if (reason !== 'install') return;
  const isNew = !(await hasLives());
  // Kept first: opening them twice would be worse than not at all, for a menu has them too.
  await keepVersionSeen(ownVersion());
  if (isNew) await showFirstSteps();
}

/** An archive that can't be opened was made before. */
async function hasLives(): Promise<boolean> {
  try {
    return (await (await shopArchive()).newestRooms(1)).length > 0;
  } catch {
    return true;
  }
}
