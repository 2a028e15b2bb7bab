import { expect, it } from 'vitest';
import { watchedHost } from './watched-host.ts';

const URL_READ = 'https://media.example/replay.mp4';

it('tells what a host answered last, and nothing once it answers again', async () => {
  const statuses = [403, 404, 500, 206];
  const host = watchedHost(
    URL_READ,
    1_000,
    async () => new Response('', { status: statuses.shift() ?? 200 }),
  );
  const told: unknown[] = [];
  for (let request = 0; request < 4; request += 1) {
    await host.fetch(URL_READ);
    told.push(host.trouble());
  }
  expect(told).toEqual([
    { kind: 'run-out' },
    { kind: 'missing' },
    { kind: 'unreached', hosts: ['media.example'] },
    undefined,
  ]);
});

it('tells that nothing came, but not of what the reader itself gave up', async () => {
  const host = watchedHost(URL_READ, 1_000, async (_input, init) => {
    init?.signal?.throwIfAborted();
    throw new TypeError('Failed to fetch');
  });
  const given = AbortSignal.abort();
  await expect(host.fetch(URL_READ, { signal: given })).rejects.toThrow();
  expect(host.trouble()).toBeUndefined();
  await expect(host.fetch(URL_READ)).rejects.toThrow('Failed to fetch');
  expect(host.trouble()).toEqual({ kind: 'unreached', hosts: ['media.example'] });
});

it('tells that a host broke off, until more comes of it', async () => {
  let isBroken = true;
  const host = watchedHost(URL_READ, 1_000, async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (isBroken) return controller.error(new TypeError('network error'));
        controller.enqueue(new Uint8Array(5));
        return controller.close();
      },
    });
    return new Response(body, { status: 206 });
  });
  for (const inVain of [1, 2]) {
    const response = await host.fetch(URL_READ);
    expect(host.trouble()).toBeUndefined();
    await expect(bytesOf(response)).rejects.toThrow('network error');
    expect(host.trouble()?.kind).toBe('unreached');
    expect(host.inVain()).toBe(inVain);
  }
  isBroken = false;
  expect(await bytesOf(await host.fetch(URL_READ))).toBe(5);
  expect({ trouble: host.trouble(), inVain: host.inVain() }).toEqual({ inVain: 0 });
});

it('refuses a file that isn’t sent by parts and is larger than can be held', async () => {
  const answer = (status: number) =>
    new Response('', { status, headers: { 'content-length': '1001' } });
  const statuses = [206, 200];
  const host = watchedHost(URL_READ, 1_000, async () => answer(statuses.shift() ?? 200));
  expect((await host.fetch(URL_READ)).ok).toBe(true);
  expect((await host.fetch(URL_READ)).ok).toBe(false);
  expect(host.trouble()).toEqual({ kind: 'too-large' });
});

/** How many bytes come of a response. */
async function bytesOf({ body }: Response): Promise<number> {
  let count = 0;
  const reader = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return count;
    count += value.length;
  }
}
