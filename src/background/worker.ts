import { browser, type Runtime } from '../platform/browser.ts';
import { hearLanguage } from '../platform/chosen-language.ts';
import { now } from '../platform/current-time.ts';
import { ensureRound, giveDue, onAlarm, setFinalAlarm } from './alarms.ts';
import { sampleArchive, shopArchive } from './archives.ts';
import { goOnWithHistory } from './history/reading.ts';
import { handlers } from './messaging/handlers.ts';
import { passNewsOn } from './messaging/news.ts';
import { route } from './messaging/router.ts';
import { warnOfExpiry } from './reminders/expiry-warnings.ts';
import { hearNotifications } from './reminders/notify.ts';
import { remind } from './reminders/reminders.ts';
import { refreshBadge } from './tabs/badge.ts';
import { greet } from './tabs/first-steps.ts';
import { dropOutdatedScreens } from './tabs/kept-screens.ts';
import { forgetPage } from './tabs/pages.ts';
import { keepPillsTrue, tellPills } from './tabs/pills.ts';
import { onToolbarClick } from './tabs/toolbar-icon.ts';

/** Nobody waits for these, so a failure ends in the extension's own error log. */
function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(error));
}

async function onStart(): Promise<void> {
  await ensureRound();
  await setFinalAlarm();
  await remind();
  await warnOfExpiry();
  for (const archive of [await shopArchive(), await sampleArchive()]) {
    await archive.sweepPictures();
    await archive.sweepImports(now());
    await archive.sweepMeasures();
  }
}

// Every listener stands before the first await: a browser that wakes this worker for an event
// delivers it only to listeners that were there at once.
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  route(message, sender, handlers),
);
dropOutdatedScreens();
passNewsOn();
keepPillsTrue();
hearNotifications(inBackground, giveDue);
hearLanguage(() => inBackground(Promise.all([refreshBadge(), tellPills()])));
browser.runtime.onInstalled.addListener((installed) => {
  inBackground(onStart());
  inBackground(greet(installed));
});
browser.runtime.onStartup.addListener(() => inBackground(onStart()));
browser.action.onClicked.addListener((tab) => inBackground(onToolbarClick(tab)));
browser.alarms.onAlarm.addListener((alarm) => inBackground(onAlarm(alarm)));
browser.tabs.onRemoved.addListener((tab) => inBackground(forgetPage(tab)));

// An extension that was switched off and on again is neither installed nor started up.
inBackground(ensureRound());
// What its alarms were set for stands in the archive, and the browser may have forgotten them.
inBackground(remind());
// Earlier LIVEs that were still to be read when the browser ended the last worker.
inBackground(goOnWithHistory());
