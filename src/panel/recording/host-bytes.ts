import { type PlayTrouble, refusalOf } from '../replay/trouble.ts';
import type { BytePlace, ByteRange } from './playlist.ts';

/** What a host answered, or what is the matter. */
type BytesRead =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Whether the place ends with them. */
      readonly isEnd: boolean;
      /** How many bytes there are at the place, where the host told. */
      readonly size?: number;
    }
  | { readonly ok: false; readonly trouble: PlayTrouble };

/** Reads from hosts, without cookies or a referrer, and counts what it was sent. */
export interface HostBytes {
  /** Up to `most` bytes from `skip` on, all that there are where it is left out. */
  readonly read: (place: BytePlace, skip?: number, most?: number) => Promise<BytesRead>;
  /** How many bytes came so far. */
  readonly received: () => number;
}

/** More than this is not read into memory at once, in bytes. Chosen by us: a segment of 10 s has 2 to 6 MB. */
const MOST_AT_ONCE = 200_000_000;
/** A host that sends nothing for so long is given up. */
const PATIENCE_MS = 20_000;

export function hostBytes(fetching: typeof fetch = fetch): HostBytes {
  let received = 0;

  const read: HostBytes['read'] = async (place, skip = 0, most = Number.POSITIVE_INFINITY) => {
    const wanted = partOf(place.range, skip, most);
    if (wanted.length <= 0) return { ok: true, bytes: new Uint8Array(), isEnd: true };
    const whole = wanted.from === 0 && wanted.length === Number.POSITIVE_INFINITY;
    const ending = new AbortController();
    let timer = setTimeout(() => ending.abort(), PATIENCE_MS);
    try {
      const response = await fetching(place.url, {
        ...(whole ? {} : { headers: { range: headerOf(wanted) } }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: ending.signal,
      });
      if (response.status === 416) return { ok: true, bytes: new Uint8Array(), isEnd: true };
      if (!response.ok) {
        ending.abort();
        return { ok: false, trouble: refusalOf(response.status) ?? unreached(place.url) };
      }
      // A host that doesn't know ranges sends all of it.
      const isPart = response.status === 206;
      const before = isPart ? 0 : wanted.from;
      const size = sizeOf(response);
      if (Math.min(size ?? 0, before + wanted.length) > MOST_AT_ONCE) {
        ending.abort();
        return { ok: false, trouble: { kind: 'too-large' } };
      }
      const pieces: Uint8Array[] = [];
      let length = 0;
      const reader = response.body?.getReader();
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done || value === undefined) break;
        clearTimeout(timer);
        timer = setTimeout(() => ending.abort(), PATIENCE_MS);
        pieces.push(value);
        length += value.length;
        received += value.length;
        if (length > MOST_AT_ONCE) {
          ending.abort();
          return { ok: false, trouble: { kind: 'too-large' } };
        }
        if (length >= before + wanted.length) break;
      }
      const isCut = length >= before + wanted.length;
      if (isCut) ending.abort();
      const bytes = joinedBytes(pieces).slice(before, before + wanted.length);
      const last = wanted.from + bytes.length;
      const inPlace = place.range?.length ?? size;
      const isEnd = inPlace === undefined ? !isCut : last >= (place.range?.from ?? 0) + inPlace;
      return { ok: true, bytes, isEnd, ...(inPlace === undefined ? {} : { size: inPlace }) };
    } catch {
      return { ok: false, trouble: unreached(place.url) };
    } finally {
      clearTimeout(timer);
    }
  };

  return { read, received: () => received };
}

const unreached = (url: string): PlayTrouble => ({
  kind: 'unreached',
  hosts: [new URL(url).hostname],
});

/** The part of a file that a part of a place is; its length may be infinite. */
function partOf(range: ByteRange | undefined, skip: number, most: number): ByteRange {
  if (range === undefined) return { from: skip, length: most };
  return { from: range.from + skip, length: Math.min(most, range.length - skip) };
}

const headerOf = ({ from, length }: ByteRange): string =>
  `bytes=${from}-${length === Number.POSITIVE_INFINITY ? '' : from + length - 1}`;

/** How large the whole file is, where the host tells. */
function sizeOf({ status, headers }: Response): number | undefined {
  const told =
    status === 206
      ? /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
      : headers.get('content-encoding') === null
        ? headers.get('content-length')
        : null;
  return told === null || told === undefined ? undefined : Number(told);
}

/** Pieces one after the other. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
