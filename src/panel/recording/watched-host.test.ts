import { expect, it } from 'vitest';
import { watchedHost } from './watched-host.ts';

const URL_READ = 'https://media.example/replay.mp4';

it('tells what a host answered last, and nothing once it answers again', async () => {
  const statuses = [403, 404, 500, 206];
  const host = watchedHost(
    URL_READ,
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
  const host = watchedHost(URL_READ, async (_input, init) => {
    init?.signal?.throwIfAborted();
    throw new TypeError('Failed to fetch');
  });
  const given = AbortSignal.abort();
  await expect(host.fetch(URL_READ, { signal: given })).rejects.toThrow();
  expect(host.trouble()).toBeUndefined();
  await expect(host.fetch(URL_READ)).rejects.toThrow('Failed to fetch');
  expect(host.trouble()).toEqual({ kind: 'unreached', hosts: ['media.example'] });
});
