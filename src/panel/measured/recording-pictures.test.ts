import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordingPictures } from './recording-pictures.ts';

/** Threads that were begun, each with the way to say what it came to; and how many of them were ended. */
let threads: ((trouble: 'unplayable' | undefined) => void)[];
let ended: number;

beforeEach(() => {
  threads = [];
  ended = 0;
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: object }) => void) | undefined;
      constructor() {
        threads.push((kind) => {
          this.onmessage?.({ data: { kind: 'drawn', ...(kind && { trouble: { kind } }) } });
        });
      }
      postMessage(): void {}
      terminate(): void {
        ended += 1;
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const asked = (
  signal: AbortSignal,
  where = async (): Promise<string | undefined> => undefined,
) => ({
  url: 'https://media.example/list.m3u8',
  at: [10],
  every: 30,
  signal,
  where,
  show: () => undefined,
});

describe('pictures of a recording', () => {
  it('are drawn in a thread that ends with them', async () => {
    const drawing = recordingPictures(asked(new AbortController().signal));
    threads[0]?.(undefined);
    expect(await drawing).toBeUndefined();
    expect(ended).toBe(1);
  });

  it('are read by nobody once nobody wants them any more', async () => {
    const ending = new AbortController();
    const drawing = recordingPictures(
      asked(ending.signal, async () => {
        ending.abort();
        return 'https://media.example/newer.m3u8';
      }),
    );
    threads[0]?.('unplayable');
    await drawing;
    await recordingPictures(asked(ending.signal));
    expect(threads).toHaveLength(1);
  });
});
