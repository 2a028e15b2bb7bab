#!/bin/sh
# A notification of an extension is gone after some seconds, also from getAll(), unless requireInteraction is set.
#
# Seen with: Chromium 156 (headless, Linux), driven by playwright-core 1.65.1. Where the system keeps no list of
# notifications, chrome.notifications.getAll() still names a plain one after 4 seconds and no more after 18; the
# same one with requireInteraction is still named. So a reminder that is given once, at the browser's start,
# may be gone before anybody looks.
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
mkdir extension
cat > extension/manifest.json <<'M'
{ "manifest_version": 3, "name": "See", "version": "1", "permissions": ["notifications"],
  "background": { "service_worker": "worker.js" } }
M
echo 'self.addEventListener("activate", () => {});' > extension/worker.js
cat > see.mjs <<'SEE'
import { chromium } from 'playwright-core';

const [executablePath, folder] = process.argv.slice(2);
const context = await chromium.launchPersistentContext(`${folder}/profile`, {
  executablePath,
  headless: false,
  args: [
    '--headless=new',
    '--no-sandbox',
    `--disable-extensions-except=${folder}/extension`,
    `--load-extension=${folder}/extension`,
  ],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
await worker.evaluate(async () => {
  const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const plain = { type: 'basic', iconUrl: pixel, title: 'a', message: 'b' };
  await chrome.notifications.create('plain', plain);
  await chrome.notifications.create('lasting', { ...plain, requireInteraction: true });
});
const standing = async () =>
  worker.evaluate(() => new Promise((done) => chrome.notifications.getAll((all) => done(Object.keys(all).sort()))));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
await wait(4_000);
const early = await standing();
await wait(14_000);
const late = await standing();
console.log(`Chromium ${context.browser()?.version() ?? ''}`);
console.log(`after 4 s: ${early.join(', ')}; after 18 s: ${late.join(', ')}`);
await context.close();
const asDescribed = early.includes('plain') && !late.includes('plain') && late.includes('lasting');
console.log(asDescribed ? 'As described.' : 'Changed.');
process.exitCode = asDescribed ? 0 : 1;
SEE
node see.mjs "$browser" "$folder"
