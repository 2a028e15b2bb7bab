import { describe, expect, it } from 'vitest';
import { endEra, thisEra } from './era.ts';

describe('an era', () => {
  it('has what it still writes deleted, and writes nothing afterwards', async () => {
    const era = thisEra();
    const kept: string[] = [];
    let release: () => void = () => undefined;
    const slow = era.write(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      kept.push('slow');
    });
    const deleting = endEra(async () => {
      kept.length = 0;
    });
    const late = era.write(async () => kept.push('late'));
    await expect(late).rejects.toMatchObject({ fault: { code: 'no-rooms' } });
    release();
    await Promise.all([slow, deleting]);
    expect(kept).toEqual([]);
    expect(era.signal.aborted).toBe(true);
    await thisEra().write(async () => kept.push('new'));
    expect(kept).toEqual(['new']);
  });

  it('can be ended while a write fails', async () => {
    const failing = thisEra().write(async () => {
      throw new Error('full');
    });
    await Promise.all([expect(failing).rejects.toThrow('full'), endEra(async () => undefined)]);
  });
});
