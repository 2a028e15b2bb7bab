import { describe, expect, it } from 'vitest';
import { advanceGeneration, currentGeneration } from './data-generation.ts';

describe('an generation', () => {
  it('has what it still writes deleted, and writes nothing afterwards', async () => {
    const generation = currentGeneration();
    const kept: string[] = [];
    let release: () => void = () => undefined;
    const slow = generation.write(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      kept.push('slow');
    });
    const deleting = advanceGeneration(async () => {
      kept.length = 0;
    });
    const late = generation.write(async () => kept.push('late'));
    await expect(late).rejects.toMatchObject({ fault: { code: 'no-rooms' } });
    release();
    await Promise.all([slow, deleting]);
    expect(kept).toEqual([]);
    expect(generation.signal.aborted).toBe(true);
    await currentGeneration().write(async () => kept.push('new'));
    expect(kept).toEqual(['new']);
  });

  it('can be ended while a write fails', async () => {
    const failing = currentGeneration().write(async () => {
      throw new Error('full');
    });
    await Promise.all([
      expect(failing).rejects.toThrow('full'),
      advanceGeneration(async () => undefined),
    ]);
  });
});
