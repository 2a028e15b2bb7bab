/** Carries an answer of the page's, written as `observed-text.ts` says, from the page's world to the launcher's. */
export const OBSERVED_EVENT = 'live-diagnosis:observed';

/** Tells the observer how closely to watch the page's answers, a {@link PageWatch}. */
export const WATCH_EVENT = 'live-diagnosis:watch';

/**
 * All answers about LIVEs, while somebody looks; of those that a reader reads the first of each question and one now
 * and then; or none.
 */
export type PageWatch = 'all' | 'some' | 'none';

/** Asks observers that are already in the page to stop copying. */
export const STOP_OBSERVING_EVENT = 'live-diagnosis:rest';
