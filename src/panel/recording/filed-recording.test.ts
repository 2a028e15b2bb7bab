import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DAY_SECONDS, seconds } from '../../metrics/time.ts';
import { loopedMp4 } from '../../sources/sample/film/mp4.ts';
import { openFile, openHostedFile } from './filed-recording.ts';

const FILE = readFileSync(join(resolve(import.meta.dirname, '../../demo/media'), 'replay.mp4'));
const plan = { pictureEvery: seconds(30), soundEvery: seconds(60) };
const size = FILE.length;

let server: Server;
let url: string;
/** What the host answers in place of the file. */
let refusal: number | undefined;
/** How many requests break off before anything came. */
let breaks: number;

beforeEach(async () => {
  refusal = undefined;
  breaks = 0;
  server = createServer((request, response) => {
    if (refusal !== undefined) {
      response.writeHead(refusal).end();
      return;
    }
    const [, from = '0', to = String(size - 1)] =
      /bytes=(\d+)-(\d+)?/.exec(request.headers.range ?? '') ?? [];
    const [start, end] = [Number(from), Number(to)];
    response.writeHead(206, {
      'content-range': `bytes ${start}-${end}/${size}`,
      'content-length': end - start + 1,
    });
    if (breaks > 0) {
      breaks -= 1;
      response.flushHeaders();
      setImmediate(() => response.destroy());
      return;
    }
    response.end(FILE.subarray(start, end + 1));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/replay.mp4`;
});
afterEach(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

it('a recording that is one file on a host is read by parts', async () => {
  const opened = await openHostedFile(url, plan);
  if (!opened.ok) throw new Error(opened.trouble.kind);
  const { pieces, read, received } = opened.recording;
  const [first] = pieces;
  if (first === undefined) throw new Error('no piece');
  expect(await read(first)).toMatchObject({
    kind: 'read',
    at: 0,
    found: { pictures: [{ at: 0 }] },
  });
  expect(received()).toBeGreaterThan(0);
});

it('that says that it runs for weeks is none: looking through it would never end', async () => {
  const pictures = [{ bytes: new Uint8Array(10), isKey: true }];
  const film = loopedMp4({ pictures, perSecond: 1, width: 90, height: 160 }, 20);
  const saying = async (length: number): Promise<Blob> => {
    const bytes = new Uint8Array(await film.arrayBuffer());
    const letters = Buffer.from(bytes.buffer);
    const view = new DataView(bytes.buffer);
    // The film's own length stands in ticks behind their number a second.
    for (const box of ['mvhd', 'mdhd']) {
      const ticks = letters.indexOf(box) + 16;
      view.setUint32(ticks + 4, Math.min(length * view.getUint32(ticks), 2 ** 32 - 1));
    }
    return new Blob([bytes]);
  };
  expect((await openFile(await saying(20), plan)).ok).toBe(true);
  const refused = { ok: false, trouble: { kind: 'unplayable' } };
  expect(await openFile(await saying(40 * DAY_SECONDS), plan)).toEqual(refused);
});

it('that a host breaks off is asked for again, and is no recording that can’t be read', async () => {
  // The reader tells the console of each try.
  vi.spyOn(console, 'error').mockReturnValue();
  breaks = 1;
  expect((await openHostedFile(url, plan, 0)).ok).toBe(true);
  breaks = Number.POSITIVE_INFINITY;
  expect(await openHostedFile(url, plan, 0)).toEqual({
    ok: false,
    trouble: { kind: 'unreached', hosts: ['127.0.0.1'] },
  });
});

it('that a host refuses says why: an address that ran out can be asked for anew', async () => {
  refusal = 403;
  expect(await openHostedFile(url, plan)).toEqual({ ok: false, trouble: { kind: 'run-out' } });
  refusal = 404;
  expect(await openHostedFile(url, plan)).toEqual({ ok: false, trouble: { kind: 'missing' } });
});
