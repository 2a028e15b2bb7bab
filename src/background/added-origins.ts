import { browser } from '../platform/browser.ts';
import { hostPatterns } from '../platform/hosts.ts';

/** The origins that the seller allowed beside Seller Center's own: of feeds, and of recordings. */
export async function addedOrigins(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter(isAdded);
}

/** Gives the permissions for origins back. Seller Center's own hosts stay: without them nothing is read. */
export async function removeOrigins(origins: readonly string[]): Promise<void> {
  // One by one, as the browser refuses all of those among which one has to stay: what its owner allowed for good,
  // which is theirs to decide.
  for (const origin of origins.filter(isAdded)) {
    await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  }
}

const isAdded = (origin: string): boolean => !hostPatterns.includes(origin);
