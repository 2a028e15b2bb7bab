/** One encoded picture. */
export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether it can be decoded without those before it. */
  readonly isKey: boolean;
}

export interface Loop {
  /** VP9 pictures of profile 0, the first of them a key picture. */
  readonly pictures: readonly EncodedPicture[];
  readonly perSecond: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const BOX_HEADER = 8;
/** Ticks a second of the film's own clock. */
const MOVIE_CLOCK = 1_000;

/**
 * An MP4 file that plays a loop over and over, whole loops, until `seconds` are full. Each picture is kept once: the
 * table of the file points at it again for every time it is shown, at 4 bytes each.
 */
export function loopedMp4(loop: Loop, seconds: number): Blob {
  const times = Math.max(1, Math.ceil((seconds * loop.perSecond) / loop.pictures.length));
  const start = box('ftyp', text('isom'), u32(512), text('isomiso2mp41'));
  const pictures = box('mdat', ...loop.pictures.map(({ bytes }) => bytes));
  return new Blob([start, pictures, movie(loop, times, start.length + BOX_HEADER)], {
    type: 'video/mp4',
  });
}

type Bytes = Uint8Array<ArrayBuffer>;

function movie(loop: Loop, times: number, at: number): Bytes {
  const shown = loop.pictures.length * times;
  const length = Math.round((shown / loop.perSecond) * MOVIE_CLOCK);
  const straight = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  return box(
    'moov',
    table(
      'mvhd',
      0,
      u32(0, 0, MOVIE_CLOCK, length, 0x10000),
      u16(0x100, 0),
      u32(0, 0),
      straight,
      u32(0, 0, 0, 0, 0, 0, 2),
    ),
    box(
      'trak',
      table(
        'tkhd',
        3,
        u32(0, 0, 1, 0, length, 0, 0, 0, 0),
        straight,
        u32(loop.width << 16, loop.height << 16),
      ),
      box(
        'mdia',
        table('mdhd', 0, u32(0, 0, loop.perSecond, shown), u16(UNDETERMINED, 0)),
        table('hdlr', 0, u32(0), text('vide'), u32(0, 0, 0), text('\0')),
        box(
          'minf',
          table('vmhd', 1, u32(0, 0)),
          box('dinf', table('dref', 0, u32(1), table('url ', 1))),
          box(
            'stbl',
            table('stsd', 0, u32(1), entry(loop)),
            table('stts', 0, u32(1, shown, 1)),
            table('stss', 0, keys(loop, times)),
            table('stsc', 0, u32(1, 1, loop.pictures.length, 1)),
            table('stsz', 0, sizes(loop, times)),
            table('stco', 0, u32(times, ...Array.from({ length: times }, () => at))),
          ),
        ),
      ),
    ),
  );
}

/** The language code "und". */
const UNDETERMINED = 0x55c4;

/** What the pictures are: 8 bits a colour, 4:2:0, in the colours of HD television. */
function entry({ width, height }: Loop): Bytes {
  const dots = 0x480000;
  const codec = table('vpcC', 0x1000000, new Uint8Array([0, 10, 0x82, 1, 1, 1, 0, 0]));
  return box(
    'vp09',
    u32(0),
    u16(0, 1),
    u32(0, 0, 0, 0),
    u16(width, height),
    u32(dots, dots, 0),
    u16(1),
    new Uint8Array(32),
    u16(24, 0xffff),
    codec,
  );
}

/** The places of the pictures that decode alone, counted from 1. */
function keys({ pictures }: Loop, times: number): Bytes {
  const inLoop = pictures.flatMap(({ isKey }, place) => (isKey ? [place + 1] : []));
  const all: number[] = [];
  for (let round = 0; round < times; round += 1) {
    for (const place of inLoop) all.push(round * pictures.length + place);
  }
  return concat([u32(all.length), u32(...all)]);
}

function sizes({ pictures }: Loop, times: number): Bytes {
  const once = u32(...pictures.map(({ bytes }) => bytes.length));
  return concat([u32(0, pictures.length * times), ...Array.from({ length: times }, () => once)]);
}

function box(name: string, ...parts: readonly Bytes[]): Bytes {
  const size = parts.reduce((sum, part) => sum + part.length, BOX_HEADER);
  return concat([u32(size), text(name), ...parts]);
}

/** A box that begins with its version and flags. */
const table = (name: string, flags: number, ...parts: readonly Bytes[]): Bytes =>
  box(name, u32(flags), ...parts);

function concat(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function numbers(width: 2 | 4, values: readonly number[]): Bytes {
  const bytes = new Uint8Array(values.length * width);
  const view = new DataView(bytes.buffer);
  for (const [place, value] of values.entries()) {
    if (width === 2) view.setUint16(place * width, value);
    else view.setUint32(place * width, value);
  }
  return bytes;
}

const u16 = (...values: number[]): Bytes => numbers(2, values);
const u32 = (...values: number[]): Bytes => numbers(4, values);
const text = (letters: string): Bytes =>
  new Uint8Array([...letters].map((letter) => letter.charCodeAt(0)));
