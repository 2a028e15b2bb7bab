import { isLocked } from '../replay/hls/locked.ts';
import { LONGEST_RECORDING } from './sampling.ts';

/** A part of a file, in bytes. */
export interface ByteRange {
  readonly from: number;
  readonly length: number;
}

/** Where bytes lie: in all of a file, or in a part of it. */
export interface BytePlace {
  readonly url: string;
  readonly range?: ByteRange;
}

/** A piece of a recording as its playlist tells it. */
export interface RecordedSegment extends BytePlace {
  /** Seconds of the recording, as the playlist counts them. */
  readonly start: number;
  readonly length: number;
  /** What has to stand before its bytes, such as the head of an MP4. */
  readonly init?: BytePlace;
  /** Said to be missing. */
  readonly isGap: boolean;
  /** Whether something else begins with it. */
  readonly isNew: boolean;
  /** When it was on air, as it is written. */
  readonly date?: string;
  /** What its bytes are locked by; absent of open ones. */
  readonly key?: SegmentKey;
}

/** A key that whoever may read the recording may read as well (AES-128). */
interface SegmentKey {
  readonly url: string;
  readonly start: Uint8Array<ArrayBuffer>;
}

/** What a playlist says: its segments, or where other playlists of the same recording lie. */
export type Playlist =
  | {
      readonly kind: 'segments';
      readonly segments: readonly RecordedSegment[];
      /** Seconds. */
      readonly length: number;
      /** Whether some of it is locked for other players. */
      readonly isLocked: boolean;
    }
  | { readonly kind: 'variants'; readonly urls: readonly string[] };

const START = '#EXTM3U';

/** Reads an HLS playlist (RFC 8216) that lies at an address; undefined for anything else. Tags that aren't known pass. */
export function readPlaylist(text: string, address: string): Playlist | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines[0]?.replace(/^\uFEFF/, '') !== START) return undefined;
  const variants = lines.flatMap((line, place) =>
    line.startsWith('#EXT-X-STREAM-INF:') ? urlOf(nextAddress(lines, place), address) : [],
  );
  if (variants.length > 0) return { kind: 'variants', urls: variants };
  const told = segmentsOf(lines, address);
  return told.length > LONGEST_RECORDING ? undefined : { ...told, isLocked: isLocked(text) };
}

function nextAddress(lines: readonly string[], place: number): string {
  return lines.slice(place + 1).find((line) => line !== '' && !line.startsWith('#')) ?? '';
}

function segmentsOf(lines: readonly string[], address: string) {
  const segments: RecordedSegment[] = [];
  let start = 0;
  let length: number | undefined;
  let init: BytePlace | undefined;
  let said: string | undefined;
  let isGap = false;
  let isNew = false;
  let date: string | undefined;
  let lock: string | undefined;
  let number = 0;
  for (const line of lines) {
    const [, tag, value = ''] = /^#(EXT[A-Z0-9-]+)(?::(.*))?$/.exec(line) ?? [];
    if (tag === 'EXTINF') length = Number.parseFloat(value);
    else if (tag === 'EXT-X-BYTERANGE') said = value;
    else if (tag === 'EXT-X-GAP') isGap = true;
    else if (tag === 'EXT-X-DISCONTINUITY') isNew = true;
    else if (tag === 'EXT-X-PROGRAM-DATE-TIME') date = value;
    else if (tag === 'EXT-X-KEY') lock = attribute(value, 'METHOD') === 'NONE' ? undefined : value;
    else if (tag === 'EXT-X-MEDIA-SEQUENCE') number = Number.parseInt(value, 10) || 0;
    else if (tag === 'EXT-X-MAP') init = initOf(value, address);
    if (line === '' || line.startsWith('#')) continue;
    const [url] = urlOf(line, address);
    if (url !== undefined && length !== undefined && length > 0) {
      const key = keyOf(lock, number, address);
      const range = rangeOf(said, endBefore(segments.at(-1), url));
      segments.push({
        url,
        start,
        length,
        isGap,
        isNew,
        ...(date === undefined ? {} : { date }),
        ...(range === undefined ? {} : { range }),
        ...(init === undefined ? {} : { init }),
        ...(key === undefined ? {} : { key }),
      });
      start += length;
    }
    number += 1;
    length = undefined;
    said = undefined;
    isGap = false;
    isNew = false;
    date = undefined;
  }
  return { kind: 'segments', segments, length: start } as const;
}

function initOf(value: string, address: string): BytePlace | undefined {
  const [url] = urlOf(attribute(value, 'URI') ?? '', address);
  const range = rangeOf(attribute(value, 'BYTERANGE'), 0);
  if (url === undefined) return undefined;
  return range === undefined ? { url } : { url, range };
}

/** The key of a segment; where it says no start for it, that is the segment's number. */
function keyOf(lock: string | undefined, number: number, address: string): SegmentKey | undefined {
  if (lock === undefined) return undefined;
  const [url] = urlOf(attribute(lock, 'URI') ?? '', address);
  const written = /^0x([0-9a-f]{1,32})$/i.exec(attribute(lock, 'IV') ?? '')?.[1];
  const digits = (written ?? number.toString(16)).padStart(32, '0');
  const start = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return url === undefined ? undefined : { url, start };
}

/** Where the segment before ends in the same file; 0 where there is none. */
const endBefore = (before: RecordedSegment | undefined, url: string): number =>
  before?.url === url && before.range !== undefined ? before.range.from + before.range.length : 0;

/** A range as it is said, `LENGTH` or `LENGTH@FROM`; one without a beginning goes on from `from`. */
function rangeOf(said: string | undefined, from: number): ByteRange | undefined {
  const [, length, begin] = /^(\d+)(?:@(\d+))?$/.exec(said ?? '') ?? [];
  const range = { from: begin === undefined ? from : Number(begin), length: Number(length) };
  return Number.isSafeInteger(range.from + range.length) ? range : undefined;
}

/** An attribute of a tag, without the quotation marks. */
const attribute = (list: string, name: string): string | undefined =>
  new RegExp(`(?:^|,)${name}=(?:"([^"]*)"|([^,]*))`)
    .exec(list)
    ?.slice(1)
    .find((one) => one !== undefined);

/** What an address in a playlist leads to; nothing where it is none, or isn't encrypted on its way. */
function urlOf(written: string, address: string): readonly string[] {
  if (written === '' || !URL.canParse(written, address)) return [];
  const url = new URL(written, address);
  return url.protocol === 'https:' ? [url.href] : [];
}
