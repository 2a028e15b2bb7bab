#!/bin/sh
# A dialog's close event waits for an animation frame, and comes after the dialog has left the document.
#
# Seen with: Chromium 156 (headless), driven by playwright-core 1.65.1.
# The HTML standard queues a task for the event; Chromium delivers it with the next animation frame instead.
# In a frame that the browser doesn't paint (scrolled out of sight, or of a background tab) that can be
# seconds later. A page that has taken the dialog out by then, and opened another one, still hears the
# first one's event, and a handler that closes "the open dialog" closes the wrong one.
# A guard that works: ignore the event of an element that is not in the document any more (isConnected).
#
# Needs Chromium: CHROMIUM_PATH, or chromium on the PATH. Fails when the behaviour has changed.
set -eu
browser=${CHROMIUM_PATH:-$(command -v chromium || command -v chromium-browser || true)}
[ -n "$browser" ] || { echo "No Chromium found."; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1
cat > see.mjs <<'SEE'
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);
const page = await browser.newPage();
const seen = await page.evaluate(async () => {
  const order = [];
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const closed = new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      order.push(dialog.isConnected ? 'close event' : 'close event, dialog no longer in the document');
      resolve();
    });
  });
  requestAnimationFrame(() => order.push('animation frame'));
  dialog.close();
  dialog.remove();
  // Tasks that are queued after the closing and run before the next frame.
  for (let task = 0; task < 3; task++) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    order.push('task');
  }
  await closed;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return order;
});
await browser.close();
console.log(seen.join('\n'));
const event = seen.findIndex((one) => one.startsWith('close event'));
const late = event > seen.lastIndexOf('task') && seen[event].includes('no longer');
console.log(late ? 'As described.' : 'Changed: the event came before later tasks.');
process.exitCode = late ? 0 : 1;
SEE
node see.mjs "$browser"
