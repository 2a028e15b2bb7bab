import { describe, expect, it } from 'vitest';
import { measuredLength } from '../../metrics/recording/measured-length.ts';
import type { PictureMeasures } from '../../metrics/recording/measures.ts';
import { unsettledIn } from '../../metrics/recording/settled.ts';
import { seconds, unixMs } from '../../metrics/time.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import { roomId } from '../state/ports.fixture.ts';
import { type MeasuringPorts, measureRecording } from './measure-recording.ts';
import type { MeasuringReply, MeasuringTask } from './measuring.ts';
import type { OpenedRecording, PieceRead } from './recording-source.ts';
import { samplesOf } from './sampling.ts';

const plan = { pictureEvery: seconds(30), soundEvery: seconds(60) };
const task: MeasuringTask = {
  room: roomId(1),
  from: { kind: 'address', url: 'https://media.example/list.m3u8' },
  plan,
  at: unixMs(5),
  lasted: seconds(300),
};
const LENGTH = 300;

interface Shape {
  /** What comes of a piece that isn't read. */
  readonly instead?: (start: number) => PieceRead | undefined;
  /** Seconds. */
  readonly length?: number;
  readonly segment?: number;
  /** How many seconds one of the playlist's takes. */
  readonly stretch?: number;
}

/** A recording of five minutes in segments of ten seconds. */
function recordingOf({
  instead = () => undefined,
  length = LENGTH,
  segment = 10,
  stretch = 1,
}: Shape = {}) {
  const segments = Array.from({ length: length / segment }, (_, place) => ({
    start: place * segment,
    length: segment,
  }));
  let received = 0;
  const opened: OpenedRecording = {
    ok: true,
    recording: {
      plan,
      pieces: samplesOf(segments, plan).map(({ stretch: at, sample }) => ({ ...at, sample })),
      course: () => ({ length: seconds(length * stretch), breaks: [] }),
      received: () => received,
      weight: async (some) => some.length * 1_000,
      read: async ({ start }) => {
        received += 1_000;
        return instead(start) ?? { kind: 'read', found: { pictures: [] }, at: start * stretch };
      },
    },
  };
  return opened;
}

const pictureAt = (second: number): PictureMeasures => ({
  second: seconds(second),
  light: 100,
  highlights: 0,
  contrast: 90,
  cast: 0,
  sharpness: 0.1,
  bars: 0,
  moved: 0.5,
  person: null,
});

/** Measures with a measurer that sees a picture in each piece that is read. */
async function measured(
  open: MeasuringPorts['open'],
  { known, url, part }: Pick<MeasuringTask, 'known' | 'part'> & { readonly url?: string } = {},
) {
  const said: MeasuringReply[] = [];
  const seen: number[] = [];
  await measureRecording(
    { ...task, part, ...(known === undefined ? {} : { known }) },
    {
      open,
      say: (reply) => said.push(reply),
      clock: () => 0,
      isPaused: () => false,
      untilRunning: async () => undefined,
      where: async () => {
        said.push({ kind: 'where' });
        return url;
      },
      measurer: async () => ({
        close: () => undefined,
        measure: async ({ start, length }, read) => {
          if (read.kind === 'left') {
            const part = { from: seconds(start), to: seconds(start + length), reason: read.reason };
            return { pictures: [], sounds: [], left: [part] };
          }
          seen.push(start);
          if (Number.isNaN(read.at)) return { pictures: [], sounds: [], left: [] };
          return { pictures: [pictureAt(read.at)], sounds: [], left: [] };
        },
      }),
    },
  );
  const last = said.findLast((reply) => reply.kind === 'measured');
  const failed = said.find((reply) => reply.kind === 'failed');
  return { said, seen, measures: last?.measures, trouble: failed?.trouble };
}

const all = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270];
const stopped = (trouble: PlayTrouble): PieceRead => ({ kind: 'stopped', trouble });

describe('a recording that is measured', () => {
  it('says what lies ahead, then what it came to', async () => {
    const { said, seen, measures } = await measured(async () => recordingOf());
    expect(said[0]).toEqual({
      kind: 'surveyed',
      survey: expect.objectContaining({ length: LENGTH, pictures: 10, sounds: 5, bytes: 10_000 }),
    });
    expect(seen).toEqual(all);
    expect(measures).toMatchObject({ complete: true, bytes: 10_000, length: LENGTH });
    expect(measures?.pictures.map(({ second }) => second)).toEqual(all);
    expect(said.at(-1)).toMatchObject({ stand: { done: 10, of: 10 } });
  });

  it('goes on from what is known, also where its playlist’s seconds are longer than they say', async () => {
    for (const stretch of [1, 1.0433]) {
      let reads = 0;
      const breaks = await measured(async () =>
        recordingOf({
          stretch,
          instead: () => {
            reads += 1;
            return reads > 4 ? stopped({ kind: 'unreached', hosts: [] }) : undefined;
          },
        }),
      );
      expect(breaks.trouble).toEqual({ kind: 'unreached', hosts: [] });
      expect(breaks.measures).toMatchObject({ complete: false });
      const { seen, measures } = await measured(async () => recordingOf({ stretch }), {
        known: breaks.measures,
      });
      expect(seen).toEqual(all.slice(4));
      expect(measures?.complete).toBe(true);
      expect(measures?.pictures).toHaveLength(10);
      expect(measures?.bytes).toBeGreaterThan(10_000);
    }
  });

  it('goes on behind what is missing, and says so', async () => {
    const { measures } = await measured(async () =>
      recordingOf({
        instead: (start) => (start === 60 ? { kind: 'left', reason: 'missing' } : undefined),
      }),
    );
    expect(measures).toMatchObject({
      complete: true,
      left: [{ from: 60, to: 70, reason: 'missing' }],
    });
    expect(measures?.pictures).toHaveLength(9);
    // What is left out isn't tried again.
    const { seen } = await measured(async () => recordingOf(), { known: measures });
    expect(seen).toEqual([]);
  });

  it('asks once for another address, and goes on at the same place', async () => {
    const runsOut = (from: number) => ({
      instead: (start: number) => (start >= from ? stopped({ kind: 'run-out' }) : undefined),
    });
    const asked: (string | undefined)[] = [];
    const { seen, measures, said } = await measured(
      async (url) => {
        asked.push(url);
        return recordingOf(url === undefined ? runsOut(60) : {});
      },
      { url: 'https://media.example/newer.m3u8' },
    );
    expect(asked).toEqual([undefined, 'https://media.example/newer.m3u8']);
    expect(seen).toEqual(all);
    expect(measures?.complete).toBe(true);
    expect(said.filter(({ kind }) => kind === 'where')).toHaveLength(1);

    const again = await measured(async () => recordingOf(runsOut(60)), {
      url: 'https://a.example',
    });
    expect(again.trouble).toEqual({ kind: 'run-out' });
    expect(again.said.filter(({ kind }) => kind === 'where')).toHaveLength(1);
    expect(again.measures?.pictures).toHaveLength(2);
  });

  it('asks for another address of one that can’t be opened', async () => {
    const { measures } = await measured(
      async (url) =>
        url === undefined ? { ok: false, trouble: { kind: 'missing' } } : recordingOf(),
      { url: 'https://media.example/newer.m3u8' },
    );
    expect(measures?.complete).toBe(true);
    const { trouble, said } = await measured(async () => ({
      ok: false,
      trouble: { kind: 'encrypted' },
    }));
    expect(trouble).toEqual({ kind: 'encrypted' });
    expect(said).toHaveLength(1);
  });

  it('says what is the matter with the newer address where that can’t be read either', async () => {
    const closed: PlayTrouble = { kind: 'unreached', hosts: ['other.example'] };
    for (const first of [
      recordingOf({ instead: () => stopped({ kind: 'run-out' }) }),
      { ok: false, trouble: { kind: 'run-out' } } as const,
    ]) {
      const { trouble } = await measured(
        async (url) => (url === undefined ? first : { ok: false, trouble: closed }),
        { url: 'https://other.example/newer.m3u8' },
      );
      expect(trouble).toEqual(closed);
    }
  });

  it('reads of a part what tells of it, and is done then', async () => {
    const part = { from: seconds(70), to: seconds(130) };
    const { said, seen, measures } = await measured(async () => recordingOf(), { part });
    // The piece whose sound stands for the minute in which the part begins is among them.
    expect(seen).toEqual([60, 90, 120]);
    expect(said[0]).toMatchObject({ survey: { length: 60, pictures: 3, sounds: 2 } });
    expect(said.at(-1)).toMatchObject({ isLast: true, stand: { done: 3, of: 3 } });
    expect(measures?.complete).toBe(false);
    // What was read of it isn't read again with the whole.
    const whole = await measured(async () => recordingOf(), { known: measures });
    expect(whole.seen).toEqual(all.filter((at) => !seen.includes(at)));
    expect(whole.measures?.complete).toBe(true);
    const rest = { from: seconds(0), to: seconds(300) };
    const parts = await measured(async () => recordingOf(), { known: measures, part: rest });
    expect(parts.measures?.complete).toBe(true);
  });

  it('says of a part behind its end that it is over before', async () => {
    // The sound of its last piece would stand for the beginning of the part.
    const part = { from: seconds(310), to: seconds(340) };
    const { said } = await measured(async () => recordingOf({ length: 305, segment: 5 }), { part });
    expect(said).toEqual([{ kind: 'failed', trouble: { kind: 'ends-before' } }]);
  });

  it('reads what tells of a second too, where the last sound before it began early', async () => {
    const part = { from: seconds(117), to: seconds(118) };
    const { seen } = await measured(async () => recordingOf({ segment: 7, length: 294 }), { part });
    expect(seen).toEqual([56, 84]);
  });

  it('knows of a part what can’t be read, and that there is no more to try', async () => {
    const part = { from: seconds(60), to: seconds(180) };
    const nothing = { kind: 'read', found: { pictures: [] }, at: Number.NaN } as const;
    for (const instead of [
      (start: number) => (start <= 90 ? ({ kind: 'left', reason: 'missing' } as const) : undefined),
      // It is read, and none of its pictures stands for itself.
      (start: number) => (start <= 90 ? nothing : undefined),
    ]) {
      const { measures } = await measured(async () => recordingOf({ instead }), { part });
      if (measures === undefined) throw new Error('nothing was measured');
      expect(measuredLength(measures, part)).toBe(60);
      expect(unsettledIn(measures, part)).toEqual([]);
      expect((await measured(async () => recordingOf(), { part, known: measures })).seen).toEqual(
        [],
      );
    }
  });

  it('keeps nothing of what isn’t measured yet', async () => {
    const { said, trouble } = await measured(async () =>
      recordingOf({ instead: () => stopped({ kind: 'unreached', hosts: [] }) }),
    );
    expect(trouble?.kind).toBe('unreached');
    expect(said.map(({ kind }) => kind)).toEqual(['surveyed', 'came', 'failed']);
  });

  it('gives up where nothing comes of it, however short it is', async () => {
    for (const [reason, kind, length] of [
      ['missing', 'missing', LENGTH],
      ['too-large', 'too-large', LENGTH],
      ['unreadable', 'unplayable', 20],
    ] as const) {
      const { trouble, measures } = await measured(async () =>
        recordingOf({ length, instead: () => ({ kind: 'left', reason }) }),
      );
      expect(trouble).toEqual({ kind });
      expect(measures).toBeUndefined();
    }
  });

  it('takes a LIVE’s seconds for those of its recording, as the player does, and tells from where they may be off', async () => {
    const { measures } = await measured(async () => recordingOf());
    expect(measures?.pictures[1]?.second).toBe(30);
    expect(measures?.unsureFrom).toBeNull();
    const shorter = await measured(async () => recordingOf({ stretch: 0.8 }));
    expect(shorter.measures?.unsureFrom).toBe(0);
  });
});
