/** The first two bytes of every gzip file. Some programs unpack one as they hand it on. */
const GZIP = [0x1f, 0x8b];
/** No chunk of an archive comes near it; a longer line is no line of a backup. */
const LONGEST_LINE = 128 * 1024 * 1024;

/**
 * The lines of a text file, compressed by gzip or not, without line ends; `tell` hears which part of the
 * file has been read, from 0 to 1. Throws where the file is cut off, or a line is longer than any should be.
 */
export async function* linesOf(file: Blob, tell: (read: number) => void): AsyncGenerator<string> {
  let read = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      read += bytes.length;
      tell(read / file.size);
      controller.enqueue(bytes);
    },
  });
  const start = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  const bytes = file.stream().pipeThrough(counting);
  const plain = GZIP.every((byte, place) => start[place] === byte)
    ? bytes.pipeThrough(new DecompressionStream('gzip'))
    : bytes;
  const reader = plain.pipeThrough(new TextDecoderStream()).getReader();
  try {
    // The pieces of a line are put together once, at its end: a line may be megabytes long.
    let pieces: string[] = [];
    let length = 0;
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const [first = '', ...others] = value.split('\n');
      pieces.push(first);
      length += first.length;
      for (const next of others) {
        yield pieces.join('');
        pieces = [next];
        length = next.length;
      }
      if (length > LONGEST_LINE) throw new Error('a line is too long');
    }
    if (length > 0) yield pieces.join('');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
