import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;

/** A session with a whole LIVE minute by minute stays far below; longer lines would fill the memory. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** A line of a file: where it starts and how many bytes it has; the text is absent when it is too long. */
export interface Line {
  readonly at: number;
  readonly bytes: number;
  readonly text: string | undefined;
}

/**
 * The lines that start in a stretch of a file, without their ends. Any way to cut a file into
 * stretches gives each line once; memory holds one line at a time.
 *
 * @param from the byte at which the stretch starts; a line that started before is not its own
 * @param to the byte at which it ends; a line that started before it is read to its end
 */
export async function* linesOf(path: string, from: number, to: number): AsyncGenerator<Line> {
  let at = from === 0 ? 0 : from - 1;
  let isOwn = from === 0;
  let held: Buffer[] = [];
  let size = 0;
  const stream = createReadStream(path, { start: at, highWaterMark: 1024 * 1024 });
  const take = (end: number): Line => {
    const text = size > LONGEST_LINE ? undefined : Buffer.concat(held).toString('utf8');
    const line = { at, bytes: size, text };
    at += size + end;
    held = [];
    size = 0;
    return line;
  };
  for await (const piece of stream) {
    const chunk: Buffer = piece;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      hold(chunk.subarray(start, end));
      const line = take(1);
      if (isOwn) yield line;
      isOwn = true;
      if (at >= to) return;
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (isOwn && size > 0) yield take(0);

  function hold(part: Buffer): void {
    size += part.length;
    if (size > LONGEST_LINE) held = [];
    else if (part.length > 0) held.push(part);
  }
}
