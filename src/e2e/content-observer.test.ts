import type { Page } from 'playwright-core';
import { type ContentStage, raiseStage } from './content-stage.ts';
import { expect, test } from './test.ts';

const dashboard = 'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391253';
const stats = '/api/v1/insights/workbench/live/detail/core/stats';

test.describe('the observer in a page', () => {
  let stage: ContentStage;
  let page: Page;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(async () => {
    page = await stage.open(dashboard);
    await expect.poll(() => stage.told('page.at')).toHaveLength(1);
  });

  const copies = async () =>
    (await stage.told('page.observed')).map(({ url, request }) => ({ url, request }));
  const copied = (...requests: (string | undefined)[]) =>
    expect
      .poll(async () => (await copies()).map(({ request }) => request).sort())
      .toEqual(requests.sort());
  const answer = (sent: string) => JSON.stringify({ code: 0, path: stats, sent });

  test('copies what fetch got, and the page reads its own as ever', async () => {
    const read = await page.evaluate(async (path) => {
      const response = await fetch(path, { method: 'POST', body: '{"n":1}' });
      const before = response.bodyUsed;
      const text = await response.text();
      const again = await response.text().catch((error: Error) => error.name);
      return { before, text, again, after: response.bodyUsed, url: response.url };
    }, stats);
    const url = `https://shop.tiktok.com${stats}`;
    const text = answer('{"n":1}');
    expect(read).toEqual({ before: false, text, again: 'TypeError', after: true, url });
    await expect
      .poll(() => stage.told('page.observed'))
      .toEqual([{ url, request: '{"n":1}', status: 200, body: text }]);
    expect(stage.server.asked.filter(({ body }) => body === '{"n":1}')).toHaveLength(1);
  });

  test('copies what was asked by a Request and by a URL', async () => {
    await page.evaluate(async (path) => {
      await (await fetch(new Request(path, { method: 'POST', body: '{"n":2}' }))).json();
      await (await fetch(new URL(path, location.href), { method: 'POST', body: '{"n":3}' })).json();
      await (await fetch(path, { method: 'POST', body: new Blob(['{"n":4}']) })).blob();
      await (await fetch(path)).arrayBuffer();
    }, stats);
    await copied('{"n":2}', '{"n":3}', undefined, undefined);
  });

  test('hands the page the very promise and response the browser made', async () => {
    const same = await page.evaluate(async (path) => {
      const seen: unknown[] = [];
      const watched = Response.prototype.clone;
      Response.prototype.clone = function (this: Response) {
        seen.push(this);
        return watched.call(this);
      };
      const promise = fetch(path);
      const response = await promise;
      return {
        promise: Object.getPrototypeOf(promise) === Promise.prototype,
        response: seen[0] === response && (await promise) === response,
      };
    }, stats);
    expect(same).toEqual({ promise: true, response: true });
  });

  test('looks like the browser’s own functions and leaves no name in the page', async () => {
    const look = await page.evaluate(() => {
      const { open, send } = XMLHttpRequest.prototype;
      return {
        names: [fetch.name, open.name, send.name],
        lengths: [fetch.length, open.length, send.length],
        native: [fetch, open, send].every((one) =>
          Function.prototype.toString.call(one).includes('[native code]'),
        ),
        added: Object.keys(window).filter((key) => /diagnosis|observe/i.test(key)),
      };
    });
    expect(look).toEqual({
      names: ['fetch', 'open', 'send'],
      lengths: [1, 2, 0],
      native: true,
      added: [],
    });
  });

  test('copies every response type of XMLHttpRequest, subclasses and reuse included', async () => {
    const read = await page.evaluate(async (path) => {
      class Traced extends XMLHttpRequest {
        override open(method: string, url: string | URL): void {
          super.open(method, url, true);
        }
      }
      window.XMLHttpRequest = Traced;
      const ask = (xhr: XMLHttpRequest, type: XMLHttpRequestResponseType, body: string) =>
        new Promise<unknown>((done) => {
          xhr.open('POST', path);
          xhr.responseType = type;
          xhr.onload = () => done(xhr.response);
          xhr.send(body);
        });
      const reused = new XMLHttpRequest();
      const json = await ask(reused, 'json', '{"n":1}');
      const text = await ask(reused, 'text', '{"n":2}');
      const buffer = await ask(new XMLHttpRequest(), 'arraybuffer', '{"n":3}');
      const blob = await ask(new XMLHttpRequest(), 'blob', '{"n":4}');
      return {
        json,
        text,
        buffer: buffer instanceof ArrayBuffer && new TextDecoder().decode(buffer),
        blob: blob instanceof Blob && (await blob.text()),
      };
    }, stats);
    expect(read).toEqual({
      json: JSON.parse(answer('{"n":1}')),
      text: answer('{"n":2}'),
      buffer: answer('{"n":3}'),
      blob: answer('{"n":4}'),
    });
    await copied('{"n":1}', '{"n":2}', '{"n":3}', '{"n":4}');
  });

  test('goes on when the page wraps fetch and XMLHttpRequest after it', async () => {
    await page.evaluate(async (path) => {
      const inner = window.fetch;
      window.fetch = async (...call) => inner.apply(window, call);
      const open = XMLHttpRequest.prototype.open;
      XMLHttpRequest.prototype.open = function (method: string, url: string | URL) {
        open.call(this, method, url, true);
      };
      await (await fetch(path, { method: 'POST', body: '{"n":1}' })).json();
      await new Promise((done) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', path);
        xhr.onload = done;
        xhr.send('{"n":2}');
      });
    }, stats);
    await copied('{"n":1}', '{"n":2}');
  });

  test('stays out of the way of aborts, failures and answers that aren’t JSON', async () => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const names = await page.evaluate(async (path) => {
      const nameOf = (error: Error) => error.name;
      const early = new AbortController();
      const first = fetch(path, { signal: early.signal }).catch(nameOf);
      early.abort();
      const late = new AbortController();
      const response = await fetch(`${path}/hang`, { signal: late.signal });
      const second = response.text().catch(nameOf);
      late.abort();
      const html = await (await fetch(`${path}/html`)).text();
      const stream = await (await fetch(path)).body?.getReader().read();
      const wrong = await fetch('https://[', {}).catch(nameOf);
      const xhr = new XMLHttpRequest();
      const aborted = new Promise((done) => {
        xhr.onabort = () => done('abort');
      });
      xhr.open('POST', `${path}/hang`);
      xhr.send('{"n":8}');
      xhr.abort();
      xhr.open('GET', '/homepage');
      const reused = new Promise((done) => {
        xhr.onload = () => done(xhr.status);
      });
      xhr.send();
      return [await first, await second, html, stream?.done, wrong, await aborted, await reused];
    }, stats);
    expect(names).toEqual([
      'AbortError',
      'AbortError',
      '<p>sign in</p>',
      false,
      'TypeError',
      'abort',
      200,
    ]);
    await page.evaluate((path) => fetch(path, { method: 'POST', body: '{"n":9}' }), stats);
    await copied(undefined, '{"n":9}');
    expect(errors).toEqual([]);
  });

  test('copies nothing of other addresses and other origins', async () => {
    await page.evaluate(async (path) => {
      await fetch('/api/v1/orders/list', { method: 'POST', body: '{}' });
      await fetch(`/log?to=${path}`);
      await fetch(`https://seller.tiktok.com${path}`).catch(() => undefined);
      await fetch(path, { method: 'POST', body: '{"last":1}' });
    }, stats);
    await copied('{"last":1}');
  });

  test('passes on at most one answer to the same question at first while the panel is closed', async () => {
    await page.close();
    page = await stage.open(dashboard, { open: false });
    await expect.poll(() => stage.told('page.at')).toHaveLength(1);
    await page.evaluate(async (path) => {
      for (let n = 0; n < 5; n++) await (await fetch(path, { method: 'POST', body: '{}' })).json();
      await (await fetch(path, { method: 'POST', body: '{"last":1}' })).json();
    }, stats);
    await copied('{"last":1}', '{}');
    await stage.order({ order: 'toggle' });
    await copied('{"last":1}', '{}', '{}');
  });
});
