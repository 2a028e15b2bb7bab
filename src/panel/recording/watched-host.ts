import { type PlayTrouble, refusalOf } from '../replay/trouble.ts';

/** Asks a host on behalf of another reader, and remembers what came of it. */
export interface WatchedHost {
  readonly fetch: typeof fetch;
  /** What was the matter the last time; undefined where it answered. */
  readonly trouble: () => PlayTrouble | undefined;
}

/** A host that doesn't begin to answer for so long is given up. */
const PATIENCE_MS = 20_000;

export function watchedHost(url: string, fetching: typeof fetch = fetch): WatchedHost {
  const unreached: PlayTrouble = { kind: 'unreached', hosts: [new URL(url).hostname] };
  let trouble: PlayTrouble | undefined;
  return {
    trouble: () => trouble,
    fetch: async (input, init) => {
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
      const given = init?.signal;
      const signal =
        given === undefined || given === null
          ? patience.signal
          : AbortSignal.any([given, patience.signal]);
      try {
        const response = await fetching(input, { ...init, signal });
        trouble = response.ok ? undefined : (refusalOf(response.status) ?? unreached);
        return response;
      } catch (error) {
        // What the reader itself no longer wants is no fault of the host.
        if (given?.aborted !== true) trouble = unreached;
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
