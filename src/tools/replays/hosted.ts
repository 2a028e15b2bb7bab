import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { certificate } from '../../demo/certificate.ts';

/** A server of this machine that hands out files. */
export interface Hosted {
  /** Its address, without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
};

const PAGE = '<!doctype html><title>replays</title>';

/** Hands out the files of two folders, a stream's below /stream/, parts of them where parts are asked for. */
export async function hostFiles(folders: {
  readonly build: string;
  readonly stream: () => string;
}): Promise<Hosted> {
  const server = createServer(await certificate(), (request, response) => {
    answer(request, response, folders).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `https://127.0.0.1:${port}`,
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
