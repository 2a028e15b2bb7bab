import type { Stage } from './stage.ts';

/** What the browser asks on its own account: whether somebody is signed in, whether there are updates. */
const BROWSERS_OWN = /(^|\.)(google|googleapis)\.com$/;

/** The requests that the demo got since its list was last emptied, without the browser's own. */
export function requestsMade(stage: Stage): ReturnType<Stage['demo']['requests']['list']> {
  return stage.demo.requests.list().filter(({ host }) => !BROWSERS_OWN.test(host));
}
