import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observed } from '../../platform/observed.ts';
import { RELAY_QUIET_MS, startRelay } from './relay.ts';

const host = 'https://shop.tiktok.com';
const answer = (body: string, request = 'room 1', path = 'core/stats'): Observed => ({
  url: `${host}/api/v1/insights/workbench/live/detail/${path}`,
  request,
  status: 200,
  body,
});

describe('the relay of observed answers', () => {
  let open: boolean;
  let sent: string[];
  let life: AbortController;
  const start = () =>
    startRelay(
      life.signal,
      () => open,
      ({ body }) => sent.push(body),
    );

  beforeEach(() => {
    vi.useFakeTimers();
    open = false;
    sent = [];
    life = new AbortController();
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('passes everything on while the panel is open', () => {
    open = true;
    const relay = start();
    for (const body of ['a', 'b', 'c']) relay.take(answer(body));
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('passes the first on while closed, then the next once the quiet time is over', () => {
    const relay = start();
    for (const body of ['a', 'b', 'c']) relay.take(answer(body));
    expect(sent).toEqual(['a']);
    vi.advanceTimersByTime(RELAY_QUIET_MS);
    expect(sent).toEqual(['a']);
    for (const body of ['d', 'e']) relay.take(answer(body));
    expect(sent).toEqual(['a', 'd']);
    vi.advanceTimersByTime(RELAY_QUIET_MS - 1);
    relay.take(answer('f'));
    expect(sent).toEqual(['a', 'd']);
    vi.advanceTimersByTime(1);
    relay.take(answer('g'));
    expect(sent).toEqual(['a', 'd', 'g']);
  });

  it('passes on the last answer of a page that asks no more when it is flushed, whenever that is', () => {
    const relay = start();
    for (const body of ['a', 'b']) relay.take(answer(body));
    vi.advanceTimersByTime(10 * RELAY_QUIET_MS);
    relay.flush();
    relay.flush();
    expect(sent).toEqual(['a', 'b']);
  });

  it('holds questions apart by endpoint, room and what is asked', () => {
    const relay = start();
    relay.take(answer('a'));
    relay.take(answer('b', 'room 2'));
    relay.take(answer('c', 'room 1', 'trend/chart'));
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('passes on what it holds as soon as the panel opens, once', () => {
    const relay = start();
    relay.take(answer('a'));
    relay.take(answer('b'));
    open = true;
    relay.flush();
    expect(sent).toEqual(['a', 'b']);
    relay.take(answer('c'));
    vi.advanceTimersByTime(RELAY_QUIET_MS);
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('forgets an older answer when a newer one went through', () => {
    const relay = start();
    relay.take(answer('a'));
    relay.take(answer('b'));
    open = true;
    relay.take(answer('c'));
    vi.advanceTimersByTime(RELAY_QUIET_MS);
    expect(sent).toEqual(['a', 'c']);
  });

  it('sends nothing after its life ended', () => {
    const relay = start();
    relay.take(answer('a'));
    relay.take(answer('b'));
    life.abort();
    vi.advanceTimersByTime(RELAY_QUIET_MS);
    relay.take(answer('c'));
    relay.flush();
    expect(sent).toEqual(['a']);
  });

  it('keeps no more than a fixed number of questions', () => {
    const relay = start();
    for (let n = 0; n < 500; n++) relay.take(answer(String(n), `question ${n}`));
    expect(sent.length).toBeLessThan(100);
  });

  it('has room for new questions once the quiet time of the old ones is over', () => {
    const relay = start();
    for (let n = 0; n < 500; n++) relay.take(answer(String(n), `question ${n}`));
    vi.advanceTimersByTime(RELAY_QUIET_MS);
    relay.take(answer('new', 'one more question'));
    expect(sent.at(-1)).toBe('new');
  });
});
