import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaylist } from './playlist.ts';

const ADDRESS = 'https://media.example/a/list.m3u8?sig=1';
const KEY = 'https://media.example/a/key';
const read = (...lines: string[]) => readPlaylist(['#EXTM3U', ...lines].join('\n'), ADDRESS);

describe('a playlist', () => {
  it('tells where its segments lie and when each begins', () => {
    expect(
      read(
        '#EXT-X-TARGETDURATION:5',
        '#EXT-X-FP-NEXT-IsKeyFrame:1',
        '#EXTINF:4.5,',
        'one.ts?sig=2',
        '#EXT-X-DISCONTINUITY',
        '#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:04Z',
        '#EXT-X-GAP',
        '#EXTINF:4,name',
        '/b/two.ts',
        '#EXTINF:2',
        'https://other.example/three.ts',
      ),
    ).toEqual({
      kind: 'segments',
      isLocked: false,
      length: 10.5,
      segments: [
        {
          url: 'https://media.example/a/one.ts?sig=2',
          start: 0,
          length: 4.5,
          isGap: false,
          isNew: false,
        },
        {
          url: 'https://media.example/b/two.ts',
          start: 4.5,
          length: 4,
          isGap: true,
          isNew: true,
          date: '2026-01-01T00:00:04Z',
        },
        {
          url: 'https://other.example/three.ts',
          start: 8.5,
          length: 2,
          isGap: false,
          isNew: false,
        },
      ],
    });
  });

  it('tells parts of files, one going on where the one before ended, and what stands before them', () => {
    expect(
      read(
        '#EXT-X-MAP:URI="all.mp4",BYTERANGE="811@0"',
        '#EXTINF:20,',
        '#EXT-X-BYTERANGE:2897@811',
        'all.mp4',
        '#EXTINF:20,',
        '#EXT-X-BYTERANGE:100',
        'all.mp4',
      ),
    ).toMatchObject({
      segments: [
        {
          range: { from: 811, length: 2897 },
          init: { url: 'https://media.example/a/all.mp4', range: { from: 0, length: 811 } },
        },
        { range: { from: 3708, length: 100 } },
      ],
    });
  });

  it('says by which keys it is locked, and whether these are for other players', () => {
    const key = '#EXT-X-KEY:METHOD=AES-128,URI="key"';
    const found = read(
      '#EXT-X-MEDIA-SEQUENCE:258',
      '#EXTINF:4,',
      'a.ts',
      key,
      '#EXTINF:4,',
      'b.ts',
    );
    expect(found).toMatchObject({ isLocked: false, segments: [{}, { key: { url: KEY } }] });
    const starts = (playlist: ReturnType<typeof read>) =>
      playlist?.kind === 'segments' ? playlist.segments.map((one) => one.key?.start.join(' ')) : [];
    expect(starts(found)).toEqual([undefined, '0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 3']);
    const said = `${key},IV=0x000102030405060708090a0b0c0d0e0f`;
    const none = '#EXT-X-KEY:METHOD=NONE';
    expect(starts(read(said, '#EXTINF:4,', 'a.ts', none, '#EXTINF:4,', 'b.ts'))).toEqual([
      '0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15',
      undefined,
    ]);
    expect(
      read('#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://key"', '#EXTINF:4,', 'a.ts'),
    ).toMatchObject({ isLocked: true });
  });

  it('leads to others, which are told from segments', () => {
    expect(read('#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="a,b"', '', 'low.m3u8')).toEqual({
      kind: 'variants',
      urls: ['https://media.example/a/low.m3u8'],
    });
  });

  it('is none where it runs for longer than a LIVE does: looking through it would never end', () => {
    for (const length of ['1e300', 'Infinity', '99999999']) {
      expect(read(`#EXTINF:${length},`, 'one.ts')).toBeUndefined();
    }
    expect(read('#EXTINF:86400,', 'one.ts')).toMatchObject({ length: 86_400 });
  });

  it('takes a part of a file for none whose place can’t be counted', () => {
    const nines = '9'.repeat(400);
    const found = read('#EXTINF:4,', `#EXT-X-BYTERANGE:${nines}@0`, 'one.ts');
    expect(found).toMatchObject({ segments: [{ length: 4 }] });
    expect(found?.kind === 'segments' && found.segments[0]).not.toHaveProperty('range');
  });

  it('is nothing else, leads to no host without encryption, and reading it never fails', () => {
    expect(readPlaylist('<html>', ADDRESS)).toBeUndefined();
    expect(read('#EXTINF:4,', 'http://media.example/a.ts')).toMatchObject({ segments: [] });
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '#EXTINF:',
        '#EXT-X-BYTERANGE:1@',
        '#EXT-X-MAP:URI=',
        '#EXT-X-KEY:',
        ':',
        '%',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const found = read(...lines);
        if (found?.kind !== 'segments') return;
        let end = 0;
        for (const { start, length } of found.segments) {
          expect(start).toBeCloseTo(end, 6);
          end = start + length;
        }
        expect(found.length).toBeCloseTo(end, 6);
      }),
    );
  });
});
