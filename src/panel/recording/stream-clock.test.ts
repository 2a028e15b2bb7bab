import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { streamClock } from './stream-clock.ts';

const FILES = join(import.meta.dirname, '../../demo/recordings');
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FILES, `${name}.mpegts`)));

/** The demo's recording whose segments are said to last so long, from the third on those of another one. */
function seen(then: string, said = 4) {
  const segments = Array.from({ length: 6 }, (_, place) => ({
    url: `https://media.example/${place}.ts`,
    start: place * said,
    length: said,
    isGap: false,
    isNew: false,
  }));
  const clock = streamClock(segments);
  const at = segments.map((segment, place) =>
    clock.at(segment, bytesOf(`${place < 3 ? 'film' : then}-${place}`), place % 2 === 0),
  );
  return { at: at.map((one) => Math.round(one * 10) / 10), course: clock.course() };
}

describe('the clock of a recording that is read here and there', () => {
  it('is that of its segments, whatever the playlist says they last', () => {
    expect(seen('film')).toEqual({ at: [0, 4, 8, 12, 16, 20], course: { length: 24, breaks: [] } });
    const { at, course } = seen('film', 4.3);
    expect(at).toEqual([0, 4, 8, 12, 16, 20]);
    expect(course.length).toBeCloseTo(24, 1);
  });

  it('goes by the playlist behind a place where another clock begins', () => {
    const { at, course } = seen('anew');
    expect(at).toEqual([0, 4, 8, 12, 16, 20]);
    expect(course.breaks).toEqual([{ at: 12 }]);
    expect(seen('later').course.breaks).toEqual([{ at: 12, missing: 3 }]);
  });

  it('is the playlist’s where the bytes tell none', () => {
    const segment = {
      url: 'https://media.example/1.mp4',
      start: 20,
      length: 20,
      isGap: false,
      isNew: false,
    };
    expect(
      streamClock([{ ...segment, start: 0 }, segment]).at(segment, new Uint8Array(9), true),
    ).toBe(20);
  });
});
