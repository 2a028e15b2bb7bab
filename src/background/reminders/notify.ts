import * as v from 'valibot';
import { PlanIdSchema } from '../../metrics/board/plan.ts';
import { browser, type Notifications } from '../../platform/browser.ts';
import { showCueTab } from '../tabs/cue-tab.ts';
import { showPanelTab } from '../tabs/panel-tab.ts';

/** What a notification is about, and so what a press on it opens. */
const AboutSchema = v.variant('about', [
  v.object({
    about: v.literal('plan'),
    plan: PlanIdSchema,
    which: v.picklist(['shop', 'sample']),
  }),
  /** Things on the board; `of` keeps one notification apart from another. */
  v.object({ about: v.literal('board'), of: v.string() }),
]);
export type About = v.InferOutput<typeof AboutSchema>;

type Api = typeof browser.notifications;
type Shown = Notifications.CreateNotificationOptions;

/** Whether the seller allowed notifications; the browser asks once a reminder is first set. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/**
 * Shows a notification; one about the same thing takes the place of the former. False where the
 * seller or the system allows none: then it has to be said elsewhere.
 */
export async function notify(
  about: About,
  { title, message }: { readonly title: string; readonly message: string },
): Promise<boolean> {
  const api = notifications();
  if (api === undefined || !(await mayNotify())) return false;
  const iconUrl = browser.runtime.getURL('icons/128.png');
  try {
    const id = JSON.stringify(about);
    const shown: Shown = { type: 'basic', iconUrl, title, message };
    if (about.about === 'plan') await showUntilRead(api, id, shown);
    else await api.create(id, shown);
    return true;
  } catch (error) {
    // The system may have none to show it with.
    console.error(error);
    return false;
  }
}

/**
 * A reminder is given once, and where the system keeps no list of notifications one is gone after some seconds
 * (`findings/notification-is-gone-after-seconds.sh`): it stays until the seller has dealt with it. A browser that knows no such thing refuses to be asked for it.
 */
async function showUntilRead(api: Api, id: string, shown: Shown): Promise<void> {
  const lasting = { ...shown, requireInteraction: true };
  await api.create(id, lasting).catch(() => api.create(id, shown));
}

/** Takes back every notification that still stands. */
export async function clearNotifications(): Promise<void> {
  const api = notifications();
  const standing = Object.keys((await api?.getAll()) ?? {});
  await Promise.all(standing.map((id) => api?.clear(id)));
}

/**
 * Opens what a pressed notification is about, and once notifications are allowed gives what has waited
 * for that. To be called before the worker's first await.
 */
export function hearNotifications(
  inBackground: (work: Promise<unknown>) => void,
  giveWaiting: () => Promise<unknown>,
): void {
  let hearing = false;
  const hear = (): void => {
    const api = notifications();
    if (api === undefined || hearing) return;
    hearing = true;
    api.onClicked.addListener((id) => inBackground(open(id)));
  };
  hear();
  // Without the permission there is nothing to listen to yet.
  browser.permissions.onAdded.addListener(({ permissions }) => {
    hear();
    if (permissions?.includes('notifications') === true) inBackground(giveWaiting());
  });
}

async function open(id: string): Promise<void> {
  const about = aboutOf(id);
  if (about === undefined) return;
  if (about.about === 'plan') await showCueTab(about);
  else await showPanelTab(undefined);
  await notifications()?.clear(id);
}

function aboutOf(id: string): About | undefined {
  try {
    const read = v.safeParse(AboutSchema, JSON.parse(id));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** An optional permission's interface is there only once it was granted, whatever its type says. */
function notifications(): Api | undefined {
  return browser.notifications;
}
