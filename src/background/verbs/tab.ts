import { ok } from '../../metrics/fault.ts';
import { browser } from '../../platform/browser.ts';
import type { ParsedRequest } from '../../platform/protocol.ts';
import type { tabVerbs } from '../../platform/verbs/tab.ts';
import { dashboardUrl, liveAnalysisUrl } from '../../sources/seller-center/urls.ts';
import type { HandlersOf } from '../messaging/router.ts';
import type { Sender } from '../messaging/sender.ts';
import { sellerHost } from '../rooms/seller-host.ts';
import { showCueTab, showCueWindow } from '../tabs/cue-tab.ts';
import { showFirstSteps } from '../tabs/first-steps.ts';
import { showPanelTab } from '../tabs/panel-tab.ts';

async function open(
  { page, room, plan, which }: ParsedRequest<'tab.open'>,
  { host, window }: Sender,
): Promise<void> {
  switch (page) {
    case 'options':
      return browser.runtime.openOptionsPage();
    case 'panel':
      return showPanelTab(window, room);
    case 'first-steps':
      return showFirstSteps(window);
    case 'cue':
      return showCueTab({ plan, which }, window);
    case 'cue-window':
      return showCueWindow({ plan, which });
    case 'seller-center':
    case 'live-dashboard': {
      const at = await sellerHost(host);
      const dashboard = page === 'live-dashboard' && room !== undefined;
      const url = dashboard ? dashboardUrl(at, room) : liveAnalysisUrl(at);
      await browser.tabs.create({ url, ...(window === undefined ? {} : { windowId: window }) });
    }
  }
}

/** Answers the verbs of `platform/verbs/tab.ts`. */
export const tabHandlers: HandlersOf<typeof tabVerbs> = {
  /** Opens a page in a tab beside the asking one. */
  'tab.open': async (request, sender) => {
    await open(request, sender);
    return ok({});
  },
};
