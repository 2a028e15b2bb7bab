import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { DemoRequest } from '../exchange.ts';
import { CLOSED_HOST, recordings } from './recordings.ts';

const ask = (path: string, host = 'seller-us.tiktok.com') => {
  const request: DemoRequest = {
    at: 0,
    method: 'GET',
    host,
    path: `/demo/recordings/${path}`,
    query: new URLSearchParams(),
    headers: {},
    body: '',
  };
  return recordings(request);
};
const names = ['whole', 'gzip', 'later', 'back', 'anew', 'dated', 'endless', 'longer'];
const others = ['sound', 'keyed', 'gap', 'hole', 'elsewhere', 'locked'];

it('serves every segment that its playlists name, but for the one that was never kept', () => {
  const missing = [...names, ...others].flatMap((name) => {
    const { status, headers, body } = ask(`${name}.m3u8`);
    expect(status).toBe(200);
    const text = headers['content-encoding'] === 'gzip' ? String(gunzipSync(body)) : String(body);
    const segments = [...text.matchAll(/^(?:https:.*\/)?([a-z]+-\d\.ts)$/gm)];
    expect(segments).toHaveLength(6);
    return segments.filter(([, file = '']) => ask(file).status !== 200).map(() => name);
  });
  expect(missing).toEqual(['gap', 'hole']);
});

it('lets the pages of other hosts read what is not on the closed host', () => {
  const consent = 'access-control-allow-origin';
  expect(ask('film-0.ts').headers).toHaveProperty(consent);
  expect(ask('film-0.ts', CLOSED_HOST).headers).not.toHaveProperty(consent);
  expect(ask('../replay.ts').status).toBe(404);
});
