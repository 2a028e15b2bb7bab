#!/bin/sh
# hls.js that is told to start at a later second shows another picture there than when it came by playing.
#
# Seen with: hls.js 1.7.4, Chromium 156 (headless), driven by playwright-core 1.65.1; ffmpeg 5.1 made the recording.
# Where a playlist says wrong lengths (4.3 s for segments of 4.0 s), hls.js takes the first segment that it loads
# to begin when the playlist says, and reckons every other one from there. With startPosition 17 second 17 shows
# what is shown at 16.1 when it plays from the start, or is sought once the first segment is loaded. Over six
# hours of segments that are said to last 10 s and last 10.0433 s that is a minute and a half.
# A way around: startPosition 0, and the wanted second is sought as soon as the video has its metadata.
#
# Needs Chromium (CHROMIUM_PATH, or chromium on the PATH) and ffmpeg. Fails when the behaviour has changed.
set -eu
browser=${CHROMIUM_PATH:-$(command -v chromium || command -v chromium-browser || true)}
[ -n "$browser" ] || { echo "No Chromium found."; exit 2; }
command -v ffmpeg >/dev/null || { echo "No ffmpeg found."; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# Ten pictures a second, each with its number in ten columns: white is 1, black 0, the lowest bit on the left.
ffmpeg -loglevel error -f lavfi \
  -i "nullsrc=s=160x32:r=10:d=24,geq=lum='16+219*mod(floor(N/pow(2,floor(X/16))),2)':cb=128:cr=128" \
  -c:v libx264 -profile:v baseline -pix_fmt yuv420p -g 20 -keyint_min 20 -sc_threshold 0 \
  -f hls -hls_time 4 -hls_playlist_type vod -hls_segment_filename 'film-%d.ts' film.m3u8
sed 's/^#EXTINF:.*/#EXTINF:4.3,/' film.m3u8 > longer.m3u8
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.65.1 hls.js@1.7.4
cat > see.mjs <<'SEE'
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const server = createServer(async (request, response) => {
  const name = new URL(request.url, 'http://x').pathname.slice(1);
  if (name === '') {
    response.setHeader('content-type', 'text/html');
    response.end('<video muted></video><script src="/node_modules/hls.js/dist/hls.js"></script>');
    return;
  }
  const body = await readFile(name).catch(() => undefined);
  response.writeHead(body === undefined ? 404 : 200).end(body);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
console.log(`Chromium ${browser.version()}`);

/** The second whose picture stands at second 17 of the clock. */
async function pictureAt17(playlist, startPosition) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const picture = await page.evaluate(
    async ({ playlist, startPosition }) => {
      const video = document.querySelector('video');
      const hls = new Hls({ startPosition });
      video.onloadedmetadata = () => {
        video.currentTime = 17;
      };
      hls.loadSource(`/${playlist}`);
      hls.attachMedia(video);
      const until = Date.now() + 20_000;
      while ((video.seeking || video.readyState < 2) && Date.now() < until) {
        await new Promise((later) => setTimeout(later, 100));
      }
      await new Promise((later) => setTimeout(later, 500));
      const pen = Object.assign(document.createElement('canvas'), { width: 160 }).getContext('2d');
      pen.drawImage(video, 0, 0);
      const row = pen.getImageData(0, 16, 160, 1).data;
      const bits = Array.from({ length: 10 }, (_, column) => row[(column * 16 + 8) * 4] > 128);
      return bits.reduce((sum, on, bit) => sum + (on ? 2 ** bit : 0), 0) / 10;
    },
    { playlist, startPosition },
  );
  await page.close();
  return picture;
}

const exact = await pictureAt17('film.m3u8', 17);
const later = await pictureAt17('longer.m3u8', 17);
const first = await pictureAt17('longer.m3u8', 0);
await browser.close();
server.close();
console.log(`right lengths, started at 17: the picture of ${exact}`);
console.log(`wrong lengths, started at 17: the picture of ${later}`);
console.log(`wrong lengths, started at 0 and sought: the picture of ${first}`);
const asDescribed = exact === 17 && later < 16.5 && first === 17;
console.log(asDescribed ? 'As described.' : 'Changed.');
process.exitCode = asDescribed ? 0 : 1;
SEE
node see.mjs "$browser"
