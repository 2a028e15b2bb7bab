#!/bin/sh
# A page that a test tool looks into keeps the answers that it fetches, so that its memory seems to leak.
#
# Seen with: Chromium 156 (headless), driven by playwright-core 1.65.1. A page fetches 80 MB, a megabyte at a time, and
# lets go of each. Opened by Playwright, which listens to the network of each page and worker, its process ends at
# 312 MB: the inspector keeps the answers, up to a limit of its own. Opened by Target.createTarget of the
# browser's own session, where nobody listens, it ends at 200 MB.
# A bench that reads the memory of a page must not look into that page: it lets the page tell a server what came.
#
# Needs Chromium: CHROMIUM_PATH, or chromium on the PATH, and /proc. Fails when the behaviour has changed.
set -eu
browser=${CHROMIUM_PATH:-$(command -v chromium || command -v chromium-browser || true)}
[ -n "$browser" ] || { echo "No Chromium found."; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1
cat > see.mjs <<'SEE'
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const MEGABYTES = 80;
const page = `<script type="module">
  for (let at = 0; at < ${MEGABYTES}; at += 1) await (await fetch('/piece?' + at)).arrayBuffer();
  await new Promise((later) => setTimeout(later, 3000));
  await fetch('/told');
</script>`;
const piece = randomBytes(1_000_000);
let hear = () => undefined;
const server = createServer(({ url }, response) => {
  if (url.startsWith('/piece')) response.end(piece);
  else if (url === '/told') response.end(hear());
  else response.setHeader('content-type', 'text/html').end(page);
});
await new Promise((listening) => server.listen(0, listening));
const address = `http://127.0.0.1:${server.address().port}/`;

async function grownBy(open) {
  const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
  const session = await browser.newBrowserCDPSession();
  const told = new Promise((heard) => {
    hear = heard;
  });
  await open(browser, session);
  await told;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const held = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]));
  const version = browser.version();
  await browser.close();
  return { megabytes: Math.max(...held) / 1000, version };
}
const looked = await grownBy(async (browser) => {
  await (await browser.newPage()).goto(address, { waitUntil: 'commit' });
});
const alone = await grownBy((_browser, session) =>
  session.send('Target.createTarget', { url: address }),
);
server.close();
console.log(`Chromium ${looked.version}`);
console.log(`looked into: ${looked.megabytes.toFixed(0)} MB, alone: ${alone.megabytes.toFixed(0)} MB`);
const keeps = looked.megabytes - alone.megabytes > MEGABYTES / 3;
console.log(keeps ? 'As described.' : 'Changed: both hold about as much.');
process.exitCode = keeps ? 0 : 1;
SEE
node see.mjs "$browser"
