#!/bin/sh
# A dialog's close event waits for an animation frame, however long that takes to come.
#
# Seen with: Chromium 156 (headless), driven by playwright-core 1.65.1.
# The HTML standard queues a task for the event; Chromium delivers it with the next animation frame. In a
# frame of another origin that is scrolled out of sight, as a panel docked in somebody's page may be, frames
# are held back: a second and twenty tasks after close() the event had not come, while open was false at once.
# It comes after the dialog has left the document as well. A page that has opened another dialog by then still
# hears the first one's event, and a handler that closes "the open dialog" closes the wrong one.
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
// A frame of another origin, far below what is in sight: Chromium holds its frames back.
const inner = `<dialog>Words</dialog><script>
  const dialog = document.querySelector('dialog');
  const order = [];
  dialog.addEventListener('close', () => order.push('close event'));
  dialog.showModal();
  setTimeout(() => {
    dialog.close();
    dialog.remove();
    order.push('closed: open is ' + dialog.open);
    let tasks = 0;
    const task = () => {
      order.push('task');
      if (++tasks < 20) setTimeout(task, 50);
      else parent.postMessage(order, '*');
    };
    setTimeout(task, 50);
  }, 500);
</script>`;
await page.setContent('<div style="height: 20000px"></div>');
const seen = await page.evaluate(
  (srcdoc) =>
    new Promise((resolve) => {
      addEventListener('message', ({ data }) => resolve(data));
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = srcdoc;
      document.body.append(frame);
    }),
  inner,
);
await browser.close();
const tasks = seen.filter((one) => one === 'task').length;
const before = seen.includes('close event') ? seen.slice(0, seen.indexOf('close event')) : seen;
const waited = before.filter((one) => one === 'task').length;
console.log(seen[0]);
console.log(`tasks, 50 ms apart, that ran before the close event: ${waited} of ${tasks}`);
const late = waited >= 5;
console.log(late ? 'As described.' : 'Changed: the event came with the next task.');
process.exitCode = late ? 0 : 1;
SEE
node see.mjs "$browser"
