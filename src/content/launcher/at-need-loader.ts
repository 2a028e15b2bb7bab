import type * as atNeed from '../at-need.ts';
import type { ExtensionApi } from './extension-api.ts';

type AtNeed = typeof atNeed;

/** The built file, which the manifest names too. */
const AT_NEED = 'src/content/at-need.js';

/**
 * Loads what a page seldom needs, once however often it is asked for. Undefined where it can't be read, as when the
 * extension was updated under the page.
 */
export function atNeedLoader({ runtime }: ExtensionApi): () => Promise<AtNeed | undefined> {
  let loading: Promise<AtNeed | undefined> | undefined;
  const load = async (): Promise<AtNeed | undefined> => {
    try {
      const loaded: unknown = await import(/* @vite-ignore */ runtime.getURL(AT_NEED));
      if (isAtNeed(loaded)) return loaded;
    } catch {
      loading = undefined;
    }
    return undefined;
  };
  return () => {
    loading ??= load();
    return loading;
  };
}

function isAtNeed(loaded: unknown): loaded is AtNeed {
  return typeof loaded === 'object' && loaded !== null && 'createDock' in loaded;
}
