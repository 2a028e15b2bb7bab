import { STOP_OBSERVING_EVENT } from './events.ts';
import { observeFetch } from './observer/fetch.ts';
import { observeXhr } from './observer/xhr.ts';

// Runs in the page's own world before the page's scripts, and leaves no name there.
const rest = new AbortController();
document.dispatchEvent(new Event(STOP_OBSERVING_EVENT));
document.addEventListener(STOP_OBSERVING_EVENT, () => rest.abort(), { once: true });
observeFetch(window, rest.signal);
observeXhr(window, rest.signal);
