import { describe, expect, it } from 'vitest';
import { createPageWrites } from './page-writes.ts';

/** Something that ends when it is told to, and tells when it began. */
function work() {
  let end: (text: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  let hasBegun = false;
  const begin = (): Promise<string> => {
    hasBegun = true;
    return promise;
  };
  return { begin, promise, end, fail, hasBegun: () => hasBegun };
}

/** Until all that needs no time has happened. */
const settled = (): Promise<void> => new Promise((later) => setTimeout(later, 0));

/** What opens knows no LIVE to draw yet. */
const knowsNone = (): boolean => false;

describe('what pages showed', () => {
  it('is written one after another, in its order', async () => {
    const { write } = createPageWrites();
    const [first, second] = [work(), work()];
    const written = [write(first.begin), write(second.begin)];
    await settled();
    expect([first.hasBegun(), second.hasBegun()]).toEqual([true, false]);
    first.end('first');
    await settled();
    expect(second.hasBegun()).toBe(true);
    second.end('second');
    expect(await Promise.all(written)).toEqual(['first', 'second']);
  });

  it('is written although something before it could not be', async () => {
    const { write } = createPageWrites();
    const [broken, next] = [work(), work()];
    const failed = write(broken.begin);
    const written = write(next.begin);
    broken.fail(new Error('no room'));
    next.end('kept');
    await expect(failed).rejects.toThrow('no room');
    expect(await written).toBe('kept');
  });

  it('waits for a panel that is opening, also for one that begins to meanwhile', async () => {
    const { write, waitFor } = createPageWrites();
    const [one, other, page] = [work(), work(), work()];
    const opened = waitFor(one.promise, knowsNone);
    const written = write(page.begin);
    void waitFor(other.promise, knowsNone);
    one.end('opened');
    await settled();
    expect(await opened).toBe('opened');
    expect(page.hasBegun()).toBe(false);
    other.end('opened');
    page.end('written');
    expect(await written).toBe('written');
  });

  it('waits until a LIVE that was known is drawn, and no longer than for anything else', async () => {
    for (const [patience, drawing] of [
      [1_000, 5],
      [5, 1_000],
    ]) {
      const { write, waitFor } = createPageWrites(patience, drawing);
      const [one, page] = [work(), work()];
      void waitFor(one.promise, (opened) => opened === 'a LIVE');
      const written = write(page.begin);
      one.end('a LIVE');
      await settled();
      expect(page.hasBegun()).toBe(false);
      page.end('written');
      expect(await written).toBe('written');
    }
  });

  it('waits no longer for an opening that failed, or that is stuck', async () => {
    const { write, waitFor } = createPageWrites(5);
    const [failing, stuck, page] = [work(), work(), work()];
    const opened = waitFor(failing.promise, knowsNone);
    void waitFor(stuck.promise, knowsNone);
    failing.fail(new Error('storage'));
    await expect(opened).rejects.toThrow('storage');
    page.end('written');
    expect(await write(page.begin)).toBe('written');
  });
});
