import type { Chunk } from './raw-records.ts';

/** What the records of an archive come to, for telling whether two copies say the same. */
export interface Contents {
  /** SHA-256 over all chunks, in their order. */
  readonly digest: string;
  /** Size of the records written as JSON. */
  readonly bytes: number;
  readonly chunks: number;
  /** Records of each store that has any. */
  readonly records: Readonly<Record<string, number>>;
}

/** Follows an archive's chunks and sums them up, one at a time. */
export class Summing {
  private hash = new Uint8Array();
  private bytes = 0;
  private chunks = 0;
  private readonly records: Record<string, number> = {};

  async add({ store, keys, values }: Chunk): Promise<void> {
    const text = new TextEncoder().encode(JSON.stringify([store, keys, values]));
    const chained = new Uint8Array(this.hash.length + text.length);
    chained.set(this.hash);
    chained.set(text, this.hash.length);
    this.hash = new Uint8Array(await crypto.subtle.digest('SHA-256', chained));
    this.bytes += text.length;
    this.chunks += 1;
    this.records[store] = (this.records[store] ?? 0) + keys.length;
  }

  get contents(): Contents {
    const digest = [...this.hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { digest, bytes: this.bytes, chunks: this.chunks, records: { ...this.records } };
  }
}

/** Sums up all chunks. */
export async function contentsOf(chunks: AsyncIterable<Chunk>): Promise<Contents> {
  const summing = new Summing();
  for await (const chunk of chunks) await summing.add(chunk);
  return summing.contents;
}
