/** When the pictures of a segment are shown, by the clock of whoever sent them. */
export interface StreamTimes {
  /** Seconds; the clock begins anywhere, and starts over after 26 hours. */
  readonly first: number;
  /** From the first picture to the end of the last, in seconds; absent where a single picture can't tell. */
  readonly length?: number;
}

const PACKET = 188;
const SYNC = 0x47;
/** Ticks a second, and how many there are before the count starts over. */
const TICKS = 90_000;
const COUNT = 2 ** 33;

/** Seconds from one reading of such a clock to another, whichever way is shorter. */
export function clockDistance(from: number, to: number): number {
  const turn = COUNT / TICKS;
  const apart = (to - from) % turn;
  if (apart > turn / 2) return apart - turn;
  return apart < -turn / 2 ? apart + turn : apart;
}

/** The times in an MPEG transport stream; undefined for anything else, such as one that is encrypted. */
export function streamTimes(bytes: Uint8Array): StreamTimes | undefined {
  const ticks: number[] = [];
  for (let at = 0; at + PACKET <= bytes.length; at += PACKET) {
    if (bytes[at] !== SYNC) return undefined;
    const time = pictureTime(bytes.subarray(at, at + PACKET));
    if (time !== undefined) ticks.push(time);
  }
  const [first] = ticks;
  if (first === undefined) return undefined;
  // Pictures may be sent in another order than they are shown in, and around the count's start.
  let [begin, end] = [0, 0];
  for (const one of ticks) {
    const since = clockDistance(first / TICKS, one / TICKS);
    begin = Math.min(begin, since);
    end = Math.max(end, since);
  }
  const start = first / TICKS + begin;
  if (ticks.length < 2) return { first: start };
  return { first: start, length: ((end - begin) * ticks.length) / (ticks.length - 1) };
}

/** When the picture is shown that begins in a packet, in ticks. */
function pictureTime(packet: Uint8Array): number | undefined {
  const byte = (at: number): number => packet[at] ?? 0;
  const begins = (byte(1) & 0x40) !== 0;
  const hasPayload = (byte(3) & 0x10) !== 0;
  if (!begins || !hasPayload) return undefined;
  const at = (byte(3) & 0x20) === 0 ? 4 : 5 + byte(4);
  const isPicture =
    byte(at) === 0 && byte(at + 1) === 0 && byte(at + 2) === 1 && (byte(at + 3) & 0xf0) === 0xe0;
  const hasTime = (byte(at + 7) & 0x80) !== 0;
  if (!isPicture || !hasTime) return undefined;
  return (
    ((byte(at + 9) >> 1) & 0x07) * 2 ** 30 +
    byte(at + 10) * 2 ** 22 +
    (byte(at + 11) >> 1) * 2 ** 15 +
    byte(at + 12) * 2 ** 7 +
    (byte(at + 13) >> 1)
  );
}
