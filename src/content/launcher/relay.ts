import type { Observed } from '../../platform/observed.ts';

/** While the panel is closed, one and the same question is passed on at most this often. */
export const RELAY_QUIET_MS = 15_000;

/** Questions held back at a time; a page that asks ever different ones doesn't fill the memory. */
const MOST_QUESTIONS = 64;

export interface Relay {
  take(observed: Observed): void;
  /** Passes on at once what is held back. */
  flush(): void;
}

/**
 * Passes observed answers on: all of them while somebody looks, else the first of each question and
 * then the latest one every {@link RELAY_QUIET_MS}. A question is an endpoint with its request, which
 * names the room: a page asks one endpoint for different figures, and none of them may be lost.
 */
export function startRelay(
  signal: AbortSignal,
  isWatched: () => boolean,
  send: (observed: Observed) => void,
): Relay {
  const held = new Map<string, Observed | undefined>();
  signal.addEventListener('abort', () => held.clear());

  const pass = (question: string, observed: Observed): void => {
    send(observed);
    held.set(question, undefined);
    setTimeout(() => {
      const latest = held.get(question);
      held.delete(question);
      if (latest !== undefined) pass(question, latest);
    }, RELAY_QUIET_MS);
  };

  return {
    take(observed) {
      const question = `${new URL(observed.url).pathname} ${observed.request ?? ''}`;
      if (held.has(question)) {
        held.set(question, isWatched() ? undefined : observed);
        if (isWatched()) send(observed);
      } else if (isWatched()) send(observed);
      else if (held.size < MOST_QUESTIONS) pass(question, observed);
    },
    flush() {
      for (const [question, observed] of held) {
        held.set(question, undefined);
        if (observed !== undefined) send(observed);
      }
    },
  };
}
