/** Carries one `Observed` as JSON text from the page's world to the launcher's. */
export const OBSERVED_EVENT = 'live-diagnosis:observed';

/** Asks observers that are already in the page to stop copying. */
export const STOP_OBSERVING_EVENT = 'live-diagnosis:rest';
