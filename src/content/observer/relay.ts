import type { Observed } from '../../platform/observed.ts';

/** While the panel is closed, one and the same question is passed on at most this often. */
export const RELAY_QUIET_MS = 15_000;

/** Questions held back at a time; a page that asks ever different ones doesn't fill the memory. */
const MOST_QUESTIONS = 64;

/** A question that was passed on a short while ago. */
interface Question {
  /** When, by the page's own clock. */
  readonly passed: number;
  /** The latest answer since then. */
  readonly held?: Observed;
}

export interface Relay {
  take(observed: Observed): void;
  /** Passes on at once what is held back. */
  flush(): void;
}

/**
 * Passes observed answers on: all of them while somebody looks, else the first of each question and, once
 * {@link RELAY_QUIET_MS} have passed, the next one. A question is an endpoint with its request, which names the
 * room: a page asks one endpoint for different figures, and none of them may be lost. Runs no timer: the last answer
 * of a page that asks no more is passed on when somebody looks, or when whoever starts this flushes.
 */
export function startRelay(
  signal: AbortSignal,
  isWatched: () => boolean,
  send: (observed: Observed) => void,
): Relay {
  const questions = new Map<string, Question>();
  signal.addEventListener('abort', () => questions.clear());

  /** Forgets the questions whose quiet time is over and that hold nothing. */
  const forgetOld = (now: number): void => {
    for (const [question, { passed, held }] of questions) {
      if (held === undefined && now - passed >= RELAY_QUIET_MS) questions.delete(question);
    }
  };

  return {
    take(observed) {
      if (signal.aborted) return;
      const question = `${new URL(observed.url).pathname} ${observed.request ?? ''}`;
      const now = performance.now();
      const known = questions.get(question);
      if (known !== undefined && !isWatched() && now - known.passed < RELAY_QUIET_MS) {
        questions.set(question, { passed: known.passed, held: observed });
        return;
      }
      if (isWatched()) {
        // What was held back is older than this.
        questions.delete(question);
        send(observed);
        return;
      }
      if (known === undefined) {
        if (questions.size >= MOST_QUESTIONS) forgetOld(now);
        if (questions.size >= MOST_QUESTIONS) return;
      }
      questions.set(question, { passed: now });
      send(observed);
    },
    flush() {
      for (const [question, { passed, held }] of questions) {
        if (held === undefined) continue;
        questions.set(question, { passed });
        send(held);
      }
    },
  };
}
