// @vitest-environment happy-dom
// @vitest-environment-options {"url":"https://shop.tiktok.com/workbench/live/overview"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sameOriginFetch } from './same-origin-fetch.ts';

const stats = '/api/v1/insights/workbench/live/detail/core/stats';
const life = new AbortController();

describe('a fetch in the page for the worker', () => {
  beforeEach(() =>
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Response.json({ code: 0 })),
    ),
  );
  afterEach(() => vi.unstubAllGlobals());

  it('asks for the figures of a LIVE with the page’s cookies', async () => {
    const answer = await sameOriginFetch(`${stats}?aid=4068`, '{}', life.signal);
    expect(answer).toMatchObject({ ok: true, status: 200, body: '{"code":0}' });
    expect(fetch).toHaveBeenCalledWith(
      `https://shop.tiktok.com${stats}?aid=4068`,
      expect.objectContaining({ method: 'POST', credentials: 'include', redirect: 'manual' }),
    );
  });

  it.each([
    '/api/v1/insights/seller/delivery/stats',
    '/api/v1/insights/orders?next=/live',
    `${stats}/../../../../../seller/delivery/stats`,
    '/api/v1/orders',
    '/account/insights/live',
    `//evil.example${stats}`,
    `https://evil.example${stats}`,
    'https://[',
  ])('refuses %s', async (path) => {
    expect(await sameOriginFetch(path, '{}', life.signal)).toEqual({
      ok: false,
      reason: 'aborted',
    });
    expect(fetch).not.toHaveBeenCalled();
  });
});
