import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Line, linesOf } from './lines.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(path: string, from: number, to: number): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(path, from, to)) lines.push(line);
  return lines;
}

describe('the lines of a file', () => {
  it('come once each, however the file is cut, and again from where they lie', async () => {
    const path = join(folder, 'lines.ndjson');
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '🎄', ' '), maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.array(fc.nat(40), { maxLength: 4 }),
        async (texts, ended, cuts) => {
          const text = texts.join('\n') + (ended ? '\n' : '');
          writeFileSync(path, text);
          const size = Buffer.byteLength(text);
          const edges = [0, ...cuts.filter((cut) => cut > 0 && cut < size), size].sort(
            (a, b) => a - b,
          );
          const lines: Line[] = [];
          for (const [place, from] of edges.slice(0, -1).entries()) {
            const to = edges[place + 1] ?? size;
            if (from < to) lines.push(...(await read(path, from, to)));
          }
          const whole = text.endsWith('\n') ? text.slice(0, -1) : text;
          expect(lines.map((one) => one.text)).toEqual(text === '' ? [] : whole.split('\n'));
          for (const { at, text: own } of lines) {
            const [again] = await read(path, at, at + 1);
            expect(again?.text).toBe(own);
          }
        },
      ),
    );
  });

  it('may be longer than what is read at a time, and are dropped when they would fill the memory', async () => {
    const path = join(folder, 'long.ndjson');
    writeFileSync(path, `${'x'.repeat(3_000_000)}\n${'y'.repeat(33 * 1024 * 1024)}\nz`);
    const lines = await read(path, 0, 40 * 1024 * 1024);
    expect(lines.map(({ text, bytes }) => [text?.length, bytes])).toEqual([
      [3_000_000, 3_000_000],
      [undefined, 33 * 1024 * 1024],
      [1, 1],
    ]);
  });
});
