import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { certificate } from '../demo/certificate.ts';
import { type Demo, startDemo } from '../demo/server.ts';
import { PinnedSchema } from '../metrics/board/pinned.ts';
import { fillBoard } from './panel-archive.ts';
import { showSampleShop } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const HOST = 'pictures.example';
/** A cover as large as TikTok's, in two colours, with enough grain that it doesn't shrink to nothing. */
const WIDTH = 1_080;
const HEIGHT = 1_440;

test.describe('the kept picture of a real cover', () => {
  let demo: Demo;
  let server: Server;
  let stage: Stage;
  let panel: Page;
  const covers = new Map<string, { readonly type: string; readonly body: Buffer }>();
  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
    server = createServer(await certificate(), ({ url = '' }, response) => {
      const cover = covers.get(url);
      const type = cover?.type ?? 'text/plain';
      response.writeHead(cover === undefined ? 404 : 200, {
        'content-type': type,
        'access-control-allow-origin': '*',
      });
      response.end(cover?.body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const hostRules = `MAP ${HOST} 127.0.0.1:${portOf(server.address())},${demo.hostRules}`;
    stage = await raise({ demo: { ...demo, hostRules }, signedIn: false });
    panel = await showSampleShop(stage);
  });
  test.afterAll(async () => {
    await stage?.close();
    await demo?.close();
    server?.closeAllConnections();
    await new Promise((closed) => server?.close(closed));
  });

  const card = (place: number) =>
    panel.locator('#pinned .pinned', { hasText: `Cover number ${place}` });
  /** Pins something of a LIVE with this cover, as the panel does. */
  const pin = async (place: number, path: string): Promise<void> => {
    const pinned = v.parse(PinnedSchema, {
      kind: 'factor',
      id: `00000000-0000-4000-8000-00000000000${place}`,
      pinnedAt: place,
      factor: 'tap-through',
      room: {
        room: `764995180539000040${place}`,
        title: `Cover number ${place}`,
        coverUrl: `https://${HOST}${path}`,
        figures: {},
      },
      rank: `a${place}`,
      tags: [],
      note: '',
      status: 'to-try',
    });
    await fillBoard(panel, 'sample', [{ pinned }]);
    await card(place).scrollIntoViewIfNeeded();
  };

  for (const [name, place, type] of [
    ['PNG', 1, 'image/png'],
    ['JPEG', 2, 'image/jpeg'],
  ] as const) {
    test(`is a small WebP of the same shape and colours: ${name}`, async () => {
      const path = `/cover-${place}`;
      covers.set(path, { type, body: await drawn(panel, type) });
      expect(covers.get(path)?.body.length).toBeGreaterThan(100_000);
      await pin(place, path);
      const image = card(place).locator('.pinned-cover img');
      await expect(image).toHaveAttribute('src', /^data:image\/webp;base64,.{1,59000}$/);
      const { width, height, left, right } = await eventually(() => seen(panel, place));
      expect({ width, height }).toEqual({ width: 320, height: Math.round((320 * HEIGHT) / WIDTH) });
      expect(left[0]).toBeGreaterThan(left[2] + 80);
      expect(right[2]).toBeGreaterThan(right[0] + 80);
    });
  }

  test('is none of a file that only calls itself a picture, or of one that is too large', async () => {
    covers.set('/torn', { type: 'image/png', body: Buffer.from('no picture at all') });
    covers.set('/huge', { type: 'image/png', body: Buffer.alloc(5_000_000, 7) });
    await pin(3, '/torn');
    await pin(4, '/huge');
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    for (const path of ['/torn', '/huge']) {
      const listed = options.locator('#ledger .ledger-asked', { hasText: `${HOST}` }).filter({
        hasText: path,
      });
      await expect(listed).toHaveCount(1);
    }
    await options.close();
    for (const place of [3, 4]) {
      // What doesn't load leaves a plain field, and the card all else.
      await expect(card(place).locator('img')).toHaveCount(0);
      await expect(card(place)).toContainText(`Cover number ${place}`);
    }
  });
});

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
};

/** A picture file as a browser writes it: red on the left, blue on the right, with grain. */
async function drawn(panel: Page, type: string): Promise<Buffer> {
  const base64 = await panel.evaluate(
    async ({ width, height, kind }) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('There is nothing to draw on.');
      context.fillStyle = '#d22';
      context.fillRect(0, 0, width / 2, height);
      context.fillStyle = '#22d';
      context.fillRect(width / 2, 0, width / 2, height);
      let seed = 1;
      const grain = (): number => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      for (let spot = 0; spot < 30_000; spot += 1) {
        context.fillStyle = `rgb(255 255 255 / ${grain() * 0.3})`;
        context.fillRect(grain() * width, grain() * height, 3, 3);
      }
      const blob = await canvas.convertToBlob({ type: kind, quality: 0.95 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { width: WIDTH, height: HEIGHT, kind: type },
  );
  return Buffer.from(base64, 'base64');
}

type Colour = readonly [red: number, green: number, blue: number];

/** How large the picture on a card is by itself, and its colours left and right of the middle. */
function seen(
  panel: Page,
  place: number,
): Promise<{ width: number; height: number; left: Colour; right: Colour }> {
  return panel.evaluate((title) => {
    const cards = [...document.querySelectorAll('#pinned .pinned')];
    const image = cards
      .find((card) => card.textContent?.includes(title))
      ?.querySelector<HTMLImageElement>('.pinned-cover img');
    if (image == null || !image.complete || image.naturalWidth === 0) throw new Error('Not yet.');
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('There is nothing to draw on.');
    context.drawImage(image, 0, 0);
    const colourAt = (share: number): [number, number, number] => {
      const x = Math.round(width * share);
      const [red = 0, green = 0, blue = 0] = context.getImageData(x, height / 2, 1, 1).data;
      return [red, green, blue];
    };
    return { width, height, left: colourAt(0.25), right: colourAt(0.75) };
  }, `Cover number ${place}`);
}
