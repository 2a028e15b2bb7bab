import { isReadPath } from '../platform/analytics-path.ts';
import { OBSERVED_EVENT, STOP_OBSERVING_EVENT, WATCH_EVENT } from './events.ts';
import { writeObserved } from './observed-text.ts';
import { observeFetch } from './observer/fetch.ts';
import type { Hearing } from './observer/hear.ts';
import { startRelay } from './observer/relay.ts';
import { observeXhr } from './observer/xhr.ts';

// Runs in the page's own world before the page's scripts, and leaves no name there.
const controller = new AbortController();
const rest = controller.signal;
document.dispatchEvent(new Event(STOP_OBSERVING_EVENT));
document.addEventListener(STOP_OBSERVING_EVENT, () => controller.abort(), { once: true });

/** How closely the launcher said to watch; any script may say it too. */
let watch: unknown;
const { take, flush } = startRelay(
  rest,
  () => watch === 'all',
  (observed) => {
    const detail = writeObserved(observed);
    document.dispatchEvent(new CustomEvent(OBSERVED_EVENT, { detail }));
  },
);
const hearing: Hearing = {
  wants: (url) => watch === 'all' || (watch === 'some' && isReadPath(new URL(url).pathname)),
  take,
};
document.addEventListener(
  WATCH_EVENT,
  (event) => {
    watch = event instanceof CustomEvent && event.detail;
    if (watch === 'all') flush();
  },
  { signal: rest },
);
// A page that asks no more may be left soon.
document.addEventListener('visibilitychange', () => document.hidden && flush(), { signal: rest });
observeFetch(window, rest, hearing);
observeXhr(window, rest, hearing);
