// @vitest-environment happy-dom
// @vitest-environment-options {"url":"https://shop.tiktok.com/workbench/live/overview"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observeFetch } from './fetch.ts';

const stats = '/api/v1/insights/workbench/live/detail/core/stats';

describe('an observed fetch', () => {
  let copies: unknown[];
  let rest: AbortController;
  let wanted: boolean;
  const observed = (native: typeof fetch): typeof fetch => {
    const scope = { fetch: native };
    observeFetch(scope, rest.signal, {
      wants: () => wanted,
      take: (answer) => copies.push(answer),
    });
    return scope.fetch;
  };

  beforeEach(() => {
    copies = [];
    wanted = true;
    rest = new AbortController();
    // Browsers alone have it.
    vi.stubGlobal('scheduler', {
      postTask: (task: () => void) => new Promise(setImmediate).then(task),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('answers the very promise and response that the wrapped function made', async () => {
    const response = Response.json({ code: 0 });
    const promise = Promise.resolve(response);
    const answer = observed(() => promise)(stats, { method: 'POST', body: '{"n":1}' });
    expect(answer).toBe(promise);
    expect(await answer).toBe(response);
    expect(await response.json()).toEqual({ code: 0 });
    await vi.waitFor(() =>
      expect(copies).toEqual([
        {
          url: `https://shop.tiktok.com${stats}`,
          request: '{"n":1}',
          status: 200,
          body: '{"code":0}',
        },
      ]),
    );
  });

  it('passes the receiver and every argument on', async () => {
    const calls: unknown[] = [];
    const call = observed(function (this: unknown, ...given) {
      calls.push(this, ...given);
      return Promise.resolve(new Response());
    });
    const init = { method: 'POST' };
    await Reflect.apply(call, window, ['/elsewhere', init, 'more']);
    expect(calls).toEqual([window, '/elsewhere', init, 'more']);
    expect(calls[2]).toBe(init);
  });

  it('throws and rejects what the wrapped function does', async () => {
    const wrong = new Error('wrong');
    const throwing = observed(() => {
      throw wrong;
    });
    expect(() => throwing(stats)).toThrow(wrong);
    await expect(observed(() => Promise.reject(wrong))(stats)).rejects.toBe(wrong);
  });

  it('doesn’t touch answers that nobody wants or of other addresses, nor any once it was told to rest', async () => {
    const response = Response.json({ code: 0 });
    const clone = vi.spyOn(response, 'clone');
    const call = observed(() => Promise.resolve(response));
    await call('/api/v1/orders/list');
    wanted = false;
    await call(stats);
    wanted = true;
    rest.abort();
    await call(stats);
    expect(clone).not.toHaveBeenCalled();
  });
});
