/** What is loaded into a page only once the panel is opened there, or the worker has the page ask for something. */
export { createDock } from './dock/dock.ts';
export { sameOriginFetch } from './same-origin-fetch.ts';
