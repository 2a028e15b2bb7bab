import { describe, expect, it } from 'vitest';
import { withLock, withLocks } from './lock.ts';

describe('a lock', () => {
  it('loses no update of fifty that read, wait and write', async () => {
    let count = 0;
    const increment = async (): Promise<void> => {
      const seen = count;
      await new Promise((resolve) => setTimeout(resolve, 0));
      count = seen + 1;
    };
    await Promise.all(Array.from({ length: 50 }, () => withLock('count', increment)));
    expect(count).toBe(50);
  });

  it('passes a failure to its own caller only', async () => {
    const order: string[] = [];
    const broken = withLock('fails', async () => {
      order.push('broken');
      throw new Error('no');
    });
    const next = withLock('fails', async () => order.push('next'));
    await expect(broken).rejects.toThrow('no');
    await next;
    expect(order).toEqual(['broken', 'next']);
  });

  it('on several names never waits for another that wants them in another order', async () => {
    const done: string[] = [];
    const take = (...names: string[]) =>
      withLocks(names, async () => {
        await new Promise((resolve) => setTimeout(resolve, 0));
        done.push(names.join(''));
      });
    await Promise.all([take('a', 'b', 'c'), take('c', 'b', 'a'), take('b'), take('c', 'c', 'a')]);
    expect(done.sort()).toEqual(['abc', 'b', 'cba', 'cca']);
  });

  it('holds nothing up under another name', async () => {
    let release: () => void = () => undefined;
    const held = withLock('one', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(withLock('two', async () => 'free')).resolves.toBe('free');
    release();
    await held;
  });
});
