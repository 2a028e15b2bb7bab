import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import { isOfAddress } from '../replay/trouble.ts';
import { isMeasured, type MeasuredPiece, type PieceMeasurer } from './measure-pieces.ts';
import type { MeasuringReply, MeasuringSurvey, MeasuringTask } from './measuring.ts';
import type { OpenedRecording, OpenRecording, Piece, PieceRead } from './recording-source.ts';

/** What the measuring of a recording reaches outside of itself. */
export interface MeasuringPorts {
  /** Opens the recording, at another address where one is given. */
  readonly open: (url?: string) => Promise<OpenedRecording>;
  readonly measurer: (shift: number) => Promise<PieceMeasurer>;
  readonly say: (reply: MeasuringReply) => void;
  /** Waits until the measuring is to begin or to go on; at once while it isn't paused. */
  readonly untilRunning: () => Promise<void>;
  /** Asks where the recording is to be had now. */
  readonly where: () => Promise<string | undefined>;
  /** Milliseconds, from anywhere on. */
  readonly clock: () => number;
}

/** What was measured is told this often, in milliseconds; the panel keeps it each time. */
const TELL_EVERY = 3_000;
/** When so many pieces came to nothing and none to anything, the browser can't read the recording. */
const MOST_IN_VAIN = 3;

/**
 * Measures a recording piece by piece: says what lies ahead, waits for the word to begin, and tells what was
 * measured as it comes, so that it is never lost. Ends with `failed`, or with measures that are complete.
 */
export async function measureRecording(task: MeasuringTask, ports: MeasuringPorts): Promise<void> {
  const { say } = ports;
  const opened = await ports.open();
  if (!opened.ok) return say({ kind: 'failed', trouble: opened.trouble });
  let { recording } = opened;
  let measures = task.known ?? begun(task, recording);
  const shift = measures.shift ?? 0;
  const due = recording.pieces.filter((piece) => !isMeasured(piece, measures, shift));
  say({ kind: 'surveyed', survey: await surveyOf(recording, due) });
  await ports.untilRunning();

  const measurer = await ports.measurer(shift);
  const before = measures.bytes;
  let beforeMove = 0;
  let wasMoved = false;
  let inVain = 0;
  let told = ports.clock();
  const tell = (done: number): void => {
    told = ports.clock();
    const stand = {
      done: recording.pieces.length - due.length + done,
      of: recording.pieces.length,
    };
    say({ kind: 'measured', measures, stand });
  };

  /** Reads a piece; what the address is to blame for once more at another one, if there is any. */
  const readPiece = async (piece: Piece): Promise<PieceRead> => {
    const read = await recording.read(piece);
    const isBlamed = read.kind === 'stopped' && isOfAddress(read.trouble);
    if (!isBlamed || wasMoved) return read;
    wasMoved = true;
    const url = await ports.where();
    const again = url === undefined ? undefined : await ports.open(url);
    if (again?.ok !== true) return read;
    beforeMove += recording.received();
    recording = again.recording;
    return recording.read(piece);
  };

  try {
    for (const [place, piece] of due.entries()) {
      await ports.untilRunning();
      const read = await readPiece(piece);
      if (read.kind === 'stopped') {
        tell(place);
        return say({ kind: 'failed', trouble: read.trouble });
      }
      const came = await cameOf(piece, read, measurer, shift);
      measures = withPiece(measures, came, before + beforeMove + recording.received());
      const isVain = came.pictures.length + came.sounds.length === 0 && read.kind === 'read';
      inVain = isVain ? inVain + 1 : 0;
      if (inVain >= MOST_IN_VAIN && measures.pictures.length + measures.sounds.length === 0) {
        return say({ kind: 'failed', trouble: { kind: 'unplayable' } });
      }
      if (ports.clock() - told >= TELL_EVERY) tell(place + 1);
    }
    measures = { ...measures, complete: true };
    tell(due.length);
  } finally {
    measurer.close();
  }
}

function begun(
  { room, from, plan, at }: MeasuringTask,
  { length }: OpenRecording,
): RecordingMeasures {
  return {
    version: 1,
    room,
    source: from.kind === 'file' ? 'file' : 'replay',
    readAt: at,
    bytes: 0,
    plan,
    length: seconds(length),
    shift: null,
    unsureFrom: null,
    pictures: [],
    sounds: [],
    complete: false,
    left: [],
  };
}

/** Seconds of one core for a picture and for a second of sound. Source: trials with recordings of 1.5 Mbit/s. */
const SECONDS_A_PICTURE = 0.055;
const SECONDS_A_SECOND = 0.014;
/** So much longer they took beside other work, at most. Source: the same trials. */
const BUSY = 2.6;
/** Bytes a second of a quick line and of a slow one: 100 and 20 Mbit/s. Chosen by us. */
const QUICK_LINE = 12_500_000;
const SLOW_LINE = 2_500_000;

async function surveyOf(recording: OpenRecording, due: readonly Piece[]): Promise<MeasuringSurvey> {
  const pictures = due.reduce((sum, { sample }) => sum + sample.pictures.length, 0);
  const heard = due.filter(({ sample }) => sample.sound);
  const bytes = await recording.weight(due);
  const work =
    pictures * SECONDS_A_PICTURE +
    heard.reduce((sum, { length }) => sum + length, 0) * SECONDS_A_SECOND;
  return {
    length: seconds(recording.length),
    pictures,
    sounds: heard.length,
    bytes,
    least: work + bytes / QUICK_LINE,
    most: work * BUSY + bytes / SLOW_LINE,
  };
}

async function cameOf(
  piece: Piece,
  read: Exclude<PieceRead, { readonly kind: 'stopped' }>,
  measurer: PieceMeasurer,
  shift: number,
): Promise<MeasuredPiece> {
  if (read.kind === 'read') return measurer.measure(piece, read.found);
  const from = Math.max(0, piece.start + shift);
  const part = { from: seconds(from), to: seconds(from + piece.length), reason: read.reason };
  return { pictures: [], sounds: [], left: [part] };
}

function withPiece(
  measures: RecordingMeasures,
  { pictures, sounds, left }: MeasuredPiece,
  bytes: number,
): RecordingMeasures {
  return {
    ...measures,
    bytes,
    pictures: bySecond([...measures.pictures, ...pictures]),
    sounds: bySecond([...measures.sounds, ...sounds]),
    left: [...measures.left, ...left].sort((one, other) => one.from - other.from),
  };
}

const bySecond = <T extends { readonly second: number }>(all: readonly T[]): T[] =>
  all.toSorted((one, other) => one.second - other.second);
