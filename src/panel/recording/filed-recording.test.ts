import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seconds } from '../../metrics/time.ts';
import { openHostedFile } from './filed-recording.ts';

const FILE = join(resolve(import.meta.dirname, '../../demo/media'), 'replay.mp4');
const plan = { pictureEvery: seconds(30), soundEvery: seconds(60) };
const size = statSync(FILE).size;

let server: Server;
let url: string;
/** What the host answers in place of the file. */
let refusal: number | undefined;

beforeEach(async () => {
  refusal = undefined;
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
    createReadStream(FILE, { start, end }).pipe(response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/replay.mp4`;
});
afterEach(() => {
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

it('that a host refuses says why: an address that ran out can be asked for anew', async () => {
  refusal = 403;
  expect(await openHostedFile(url, plan)).toEqual({ ok: false, trouble: { kind: 'run-out' } });
  refusal = 404;
  expect(await openHostedFile(url, plan)).toEqual({ ok: false, trouble: { kind: 'missing' } });
});
