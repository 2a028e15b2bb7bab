import * as v from 'valibot';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import { sliceFile, wanted } from '../../sources/feed/feed.fixture.ts';

/** The time at which the feed below is asked, in unix milliseconds. */
export const NOON = Date.parse('2026-11-25T12:00:00Z');
export const address = v.parse(FeedAddressSchema, 'https://bench.example/index.json');
export const path = 'US/601450.json';
const { region, category, basis, day } = wanted;

/** The index of a feed with one slice. */
export const index = (changes: object = {}): string =>
  JSON.stringify({
    format: 'live-diagnosis-feed',
    version: 2,
    name: 'Bench',
    publisher: 'An agency',
    updatedAt: NOON / 1000 - HOUR_SECONDS,
    slices: [{ region, category, basis, day, path }],
    ...changes,
  });

/** What the slice says. */
export const slice = { ...wanted, window: 28, shops: 6, lives: 40, metrics: {}, rooms: [] };

/** Answers a request for one path; `etag` is the mark that it names. */
export type Served = (ask: { readonly etag: string | null }) => Response;

export function jsonAnswer(text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { headers: { 'content-type': 'application/json', ...headers } });
}

/** A file with a mark. */
export const serve =
  (text: string): Served =>
  ({ etag }) =>
    etag === '"a"' ? new Response(null, { status: 304 }) : jsonAnswer(text, { etag: '"a"' });

/** A feed's host: what it serves by path, what it was asked for, and the `fetch` that reaches it. */
export function feedHost() {
  const served: Record<string, Served> = {
    '/index.json': serve(index()),
    [`/${path}`]: serve(sliceFile(slice)),
  };
  const asked: string[] = [];
  const questions: RequestInit[] = [];
  return {
    served,
    asked,
    questions,
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const { pathname } = new URL(url);
      asked.push(pathname);
      questions.push(init);
      const etag = new Headers(init.headers).get('if-none-match');
      return served[pathname]?.({ etag }) ?? new Response('', { status: 404 });
    },
  };
}
