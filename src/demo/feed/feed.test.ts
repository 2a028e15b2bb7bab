import { describe, expect, it } from 'vitest';
import { unixMs } from '../../metrics/time.ts';
import { sliceAddress } from '../../sources/feed/address.ts';
import { readIndex } from '../../sources/feed/read-index.ts';
import { readSlice } from '../../sources/feed/read-slice.ts';
import { type DemoAnswer, unlessKnown } from '../exchange.ts';
import { faultBoard } from '../faults.ts';
import { FEED_ADDRESS, feed } from './feed.ts';
import type { FeedFault } from './feed-fault.ts';

const AT = Date.parse('2026-11-25T03:00:00Z');
const now = unixMs(AT);

function asked(address: string, headers: Record<string, string> = {}) {
  const { host, pathname, searchParams } = new URL(address, FEED_ADDRESS);
  return { at: AT, method: 'GET', host, path: pathname, query: searchParams, headers, body: '' };
}
const get = (address: string): DemoAnswer => feed(asked(address));
const indexIn = (answer: DemoAnswer) => readIndex(String(answer.body), now);

function slices() {
  const index = indexIn(get(FEED_ADDRESS));
  if (!index.ok) throw new Error(index.fault.code);
  return index.value.slices;
}

describe('the demo’s feed', () => {
  it('holds three categories of two days, each of which can be read', () => {
    expect(slices()).toHaveLength(6);
    for (const { path, ...wanted } of slices()) {
      const answer = get(sliceAddress(FEED_ADDRESS, path));
      const slice = readSlice(String(answer.body), wanted, now);
      expect(slice).toMatchObject({ ok: true, value: { simulated: true } });
    }
  });

  it('serves the covers it names, and recordings until they expire', () => {
    const [first] = slices();
    if (first === undefined) throw new Error('no slice');
    const slice = readSlice(String(get(`/${first.path}`).body), first, now);
    const room = slice.ok ? slice.value.rooms[0] : undefined;
    expect(get(room?.coverUrl ?? '').headers['content-type']).toBe('image/svg+xml');
    const { url = '', expiresAt = 0 } = room?.clips[0] ?? {};
    expect(get(url).body).toContain('#EXTM3U');
    expect(feed({ ...asked(url), at: expiresAt * 1_000 }).status).toBe(403);
    expect(get('/US/700437/2026-11-24.json').status).toBe(404);
    expect(get('/covers/1.svg').status).toBe(404);
  });

  it('says that a file is the same as before to who knows its mark', () => {
    const answer = get(FEED_ADDRESS);
    const etag = answer.headers.etag ?? '';
    expect(unlessKnown(asked(FEED_ADDRESS, { 'if-none-match': etag }), answer).status).toBe(304);
    expect(unlessKnown(asked(FEED_ADDRESS, { 'if-none-match': '"x"' }), answer).status).toBe(200);
  });

  it.each<readonly [FeedFault, string]>([
    ['huge', 'feed-too-large'],
    ['newer-version', 'feed-newer-version'],
    ['older-version', 'feed-older-version'],
    ['script-in-text', 'feed-hostile'],
    ['script-address', 'feed-hostile'],
    ['absurd-figure', 'feed-absurd'],
    ['leads-elsewhere', 'feed-other-file'],
  ])('can be made wrong so that it is refused, index and slice alike: %s', (as, code) => {
    const [first] = slices();
    if (first === undefined) throw new Error('no slice');
    const board = faultBoard();
    board.set([{ fault: { kind: 'feed', as }, path: '.json' }]);
    const wrong = (path: string): string => {
      const { answer } = board.over({ path, body: '' }, get(path));
      expect(answer.headers.etag).toBeUndefined();
      return String(answer.body);
    };
    expect(readIndex(wrong('/index.json'), now)).toMatchObject({ fault: { code } });
    expect(readSlice(wrong(`/${first.path}`), first, now)).toMatchObject({ fault: { code } });
  });
});
