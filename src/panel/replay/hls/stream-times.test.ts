import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockDistance, streamTimes } from './stream-times.ts';

const TICKS = 90_000;
const COUNT = 2 ** 33;

/** A packet in which a picture begins that is shown at a tick; `stream` 0xe0 is the picture's, 0xc0 the sound's. */
function packet(tick: number, stream = 0xe0): number[] {
  const time = ((tick % COUNT) + COUNT) % COUNT;
  const bits = (from: number, count: number): number => Math.floor(time / 2 ** from) % 2 ** count;
  const pes = [
    ...[0, 0, 1, stream, 0, 0, 0x80, 0x80, 5],
    0x21 | (bits(30, 3) << 1),
    bits(22, 8),
    (bits(15, 7) << 1) | 1,
    bits(7, 8),
    (bits(0, 7) << 1) | 1,
  ];
  // Filled up as encoders do: by a field before the payload.
  const filling = 188 - 4 - pes.length;
  return [0x47, 0x41, 0, 0x30, filling - 1, 0, ...new Array(filling - 2).fill(0xff), ...pes];
}

const stream = (...packets: number[][]) => new Uint8Array(packets.flat());

describe('the times of a transport stream', () => {
  it('are those of its pictures, in whichever order they are sent', () => {
    const second = (at: number) => packet(at * TICKS);
    expect(
      streamTimes(stream(packet(1, 0xc0), second(20), second(22), second(21), second(23))),
    ).toEqual({ first: 20, length: 4 });
    expect(streamTimes(stream(second(7)))).toEqual({ first: 7 });
  });

  it('are read of however many pictures', () => {
    const [first, last] = [packet(0), packet(TICKS)];
    const many = new Uint8Array(188 * 130_000);
    for (let at = 0; at < many.length; at += 188) many.set(at === 0 ? first : last, at);
    expect(streamTimes(many)?.first).toBe(0);
  });

  it('go on where the count starts over', () => {
    const last = COUNT - TICKS;
    const times = streamTimes(stream(packet(last), packet(last + TICKS), packet(last + 2 * TICKS)));
    expect(times?.length).toBeCloseTo(3, 6);
    expect(clockDistance(last / TICKS, 1)).toBeCloseTo(2, 6);
  });

  it('are none in anything else', () => {
    expect(streamTimes(new Uint8Array(400))).toBeUndefined();
    expect(streamTimes(new Uint8Array())).toBeUndefined();
    expect(streamTimes(stream(packet(5, 0xc0)))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        streamTimes(bytes);
      }),
    );
  });

  it('are read to the tick', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (tick) => {
        expect(streamTimes(stream(packet(tick)))?.first).toBeCloseTo(tick / TICKS, 6);
      }),
    );
  });
});
