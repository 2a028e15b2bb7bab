import { describe, expect, it } from 'vitest';
import { loopedMp4 } from './mp4.ts';

const sizes = [40, 7, 9];
const loop = {
  pictures: sizes.map((size, place) => ({
    bytes: new Uint8Array(size).fill(place + 1),
    isKey: place === 0,
  })),
  perSecond: 2,
  width: 216,
  height: 384,
};

/** The numbers in a box, from `skip` bytes into it on. */
function numbersOf(file: Uint8Array, name: string, skip = 4): number[] {
  const letters = new TextDecoder('latin1').decode(file);
  const at = letters.indexOf(name);
  const view = new DataView(file.buffer);
  const end = at - 4 + view.getUint32(at - 4);
  const numbers: number[] = [];
  for (let place = at + 4 + skip; place + 4 <= end; place += 4) numbers.push(view.getUint32(place));
  return numbers;
}

const fileOf = async (seconds: number): Promise<Uint8Array> =>
  new Uint8Array(await loopedMp4(loop, seconds).arrayBuffer());

describe('a looped film', () => {
  it('shows its pictures over and over, whole loops, for as long as asked', async () => {
    const file = await fileOf(10);
    // Ten seconds are 20 pictures: six loops of three fall short of them.
    expect(numbersOf(file, 'stts')).toEqual([1, 21, 1]);
    expect(numbersOf(file, 'stsz')).toEqual([0, 21, ...Array(7).fill(sizes).flat()]);
    expect(numbersOf(file, 'stss')).toEqual([7, 1, 4, 7, 10, 13, 16, 19]);
    expect(numbersOf(file, 'stsc')).toEqual([1, 1, 3, 1]);
    expect(numbersOf(file, 'mdhd', 12)).toEqual([2, 21, 0x55c40000]);
  });

  it('keeps each picture once, and finds it there each time', async () => {
    const file = await fileOf(10);
    const [count, ...places] = numbersOf(file, 'stco');
    expect(count).toBe(7);
    expect(new Set(places).size).toBe(1);
    const at = places[0] ?? 0;
    expect([...file.slice(at, at + 56)]).toEqual(loop.pictures.flatMap(({ bytes }) => [...bytes]));
  });

  it('is made of boxes that fill the file, one inside the other', async () => {
    const file = await fileOf(1);
    const view = new DataView(file.buffer);
    const names: string[] = [];
    for (let at = 0; at < file.length; at += view.getUint32(at)) {
      names.push(new TextDecoder('latin1').decode(file.slice(at + 4, at + 8)));
    }
    expect(names).toEqual(['ftyp', 'mdat', 'moov']);
  });

  it('is small, however long the LIVE was', () => {
    const evening = loopedMp4(loop, 3_600);
    expect(evening.size).toBeLessThan(3_600 * 2 * 8 + 1_000);
  });
});
