import type { EdgeHost } from '../host.ts';

/** How often a panel that the page took out is put back. */
const MOST_RETURNS = 5;

/** Puts a host back that the page takes out, while it is on. */
export interface Keeper {
  on(): void;
  off(): void;
}

export function keepInPage({ element, put }: Pick<EdgeHost, 'element' | 'put'>): Keeper {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (element.isConnected || returns++ >= MOST_RETURNS) return;
    put();
  });
  return {
    on: () => observer.observe(document.documentElement, { childList: true }),
    off: () => observer.disconnect(),
  };
}
