import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { json } from 'node:stream/consumers';
import { certificate } from '../../demo/certificate.ts';

/** A server of this machine that hands out files. */
export interface Hosted {
  /** Its address, without a slash at the end. */
  readonly origin: string;
  /** What the next page tells that measures, as it tells it. */
  readonly told: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
};

/**
 * Has the panel's thread do the task of its address and tells the server what came of it. Nobody looks into the page
 * meanwhile: what looks into one keeps what it reads (findings/inspected-page-keeps-answers.sh).
 */
const PAGE = `<!doctype html><title>replays</title><script type="module">
const { thread, task } = Object.fromEntries(new URLSearchParams(location.search));
const tell = (what) => fetch('/told', { method: 'POST', body: JSON.stringify(what) });
const worker = new Worker(thread, { type: 'module' });
worker.onerror = ({ message }) => tell({ trouble: message });
worker.onmessage = ({ data }) => {
  if (data.kind === 'surveyed') worker.postMessage({ kind: 'run' });
  if (data.kind === 'failed') tell({ trouble: data.trouble });
  if (data.kind === 'measured' && data.measures.complete) tell({ measures: data.measures });
};
worker.postMessage({ kind: 'open', task: JSON.parse(task) });
</script>`;

/** Hands out the files of two folders, a stream's below /stream/, parts of them where parts are asked for. */
export async function hostFiles(folders: {
  readonly build: string;
  readonly stream: () => string;
}): Promise<Hosted> {
  let hear = (_what: unknown): void => undefined;
  const server = createServer(await certificate(), (request, response) => {
    if (request.url === '/told') {
      json(request).then((what) => {
        response.writeHead(204).end();
        hear(what);
      }, hear);
      return;
    }
    answer(request, response, folders).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `https://127.0.0.1:${port}`,
    told: () =>
      new Promise((heard) => {
        hear = heard;
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
  { build, stream }: Parameters<typeof hostFiles>[0],
): Promise<void> {
  const path = normalize(new URL(url, 'https://host').pathname);
  if (path === '/') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    return;
  }
  const streamed = path.startsWith('/stream/');
  const file = streamed ? join(stream(), path.slice('/stream/'.length)) : join(build, path);
  const { size } = await stat(file);
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const from = Number(first ?? 0);
  const to = Math.min(size, last === undefined || last === '' ? size : Number(last) + 1) - 1;
  response.writeHead(first === undefined ? 200 : 206, {
    'content-type': kinds[extname(file)] ?? 'application/octet-stream',
    'content-length': to - from + 1,
    'accept-ranges': 'bytes',
    ...(first === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }),
  });
  createReadStream(file, { start: from, end: to }).pipe(response);
}
