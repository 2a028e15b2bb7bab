import type { Cut } from '../../metrics/live/recording.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import { isOfAddress, type PlayTrouble } from '../replay/trouble.ts';
import { begunMeasures, isMeasured, withoutMore, withPiece } from './gathered.ts';
import type { PieceMeasurer } from './measure-pieces.ts';
import type { MeasuringReply, MeasuringTask } from './measuring.ts';
import type { OpenedRecording, OpenRecording, Piece, PieceRead } from './recording-source.ts';
import { surveyOf } from './survey.ts';

/** What the measuring of a recording reaches outside of itself. */
export interface MeasuringPorts {
  /** Opens the recording, at another address where one is given. */
  readonly open: (url?: string) => Promise<OpenedRecording>;
  readonly measurer: () => Promise<PieceMeasurer>;
  readonly say: (reply: MeasuringReply) => void;
  readonly isPaused: () => boolean;
  /** Waits until the measuring is to begin or to go on; at once while it isn't paused. */
  readonly untilRunning: () => Promise<void>;
  /** Asks where the recording is to be had now. */
  readonly where: () => Promise<string | undefined>;
  /** Milliseconds, from anywhere on. */
  readonly clock: () => number;
}

/** What was measured is told this often, in milliseconds; the panel keeps it each time. */
const TELL_EVERY = 10_000;
/** And how far it is, in milliseconds. */
const COME_EVERY = 500;
/** When so many pieces came to nothing and none to anything, the recording can't be measured. */
const MOST_IN_VAIN = 3;

const vain = {
  missing: 'missing',
  'too-large': 'too-large',
  unreadable: 'unplayable',
} as const satisfies Record<string, PlayTrouble['kind']>;

/**
 * Measures a recording piece by piece: says what lies ahead, waits for the word to begin, and tells what was
 * measured as it comes, so that it is never lost. Ends with `failed`, or with measures that are complete. Where the
 * address is to blame another one is asked for, once.
 */
export async function measureRecording(task: MeasuringTask, ports: MeasuringPorts): Promise<void> {
  const { say } = ports;
  const opened = await openSomewhere(ports);
  if (!opened.ok) return say({ kind: 'failed', trouble: opened.trouble });
  let { recording, wasMoved } = opened;
  let measures = knownOf(task, recording) ?? begunMeasures(task, recording);
  const stretch = measures.length / recording.course().length;
  const part = task.part && { ...task.part, to: seconds(Math.min(task.part.to, measures.length)) };
  if (part !== undefined && part.from >= part.to) {
    return say({ kind: 'failed', trouble: { kind: 'ends-before' } });
  }
  const pieces = piecesFor(part, recording.pieces, stretch);
  if (pieces.length === 0) return say({ kind: 'failed', trouble: { kind: 'missing' } });
  const due = pieces.filter((piece) => !isMeasured(piece, measures, stretch));
  say({ kind: 'surveyed', survey: await surveyOf(recording, due, part) });
  await ports.untilRunning();

  let before = measures.bytes;
  // The first piece is told of at once.
  let told = Number.NEGATIVE_INFINITY;
  let came = told;
  const tell = (done: number, { isDue = true, isLast = false } = {}): void => {
    const now = ports.clock();
    const stand = { done: pieces.length - due.length + done, of: pieces.length };
    // Nothing isn't worth keeping.
    const hasAny = measures.complete || measures.pictures.length + measures.sounds.length > 0;
    if (hasAny && (isDue || now - told >= TELL_EVERY)) {
      told = came = now;
      say({ kind: 'measured', measures, stand, isLast });
    } else if (isDue || now - came >= COME_EVERY) {
      came = now;
      say({ kind: 'came', stand });
    }
  };

  const readPiece = async (piece: Piece | undefined): Promise<PieceRead | undefined> => {
    if (piece === undefined) return undefined;
    const read = await recording.read(piece);
    if (wasMoved || read.kind !== 'stopped' || !isOfAddress(read.trouble)) return read;
    wasMoved = true;
    const url = await ports.where();
    const again = url === undefined ? undefined : await ports.open(url);
    if (again === undefined) return read;
    // The newer address says what is the matter now, such as a host that may not be read yet.
    if (!again.ok) return { kind: 'stopped', trouble: again.trouble };
    before += recording.received();
    recording = again.recording;
    return recording.read(piece);
  };

  const measurer = await ports.measurer();
  try {
    // The next piece is read while one is measured.
    let ahead = readPiece(due[0]);
    for (const [place, piece] of due.entries()) {
      if (ports.isPaused()) tell(place);
      await ports.untilRunning();
      const read = await ahead;
      if (read === undefined) break;
      if (read.kind === 'stopped') {
        tell(place);
        return say({ kind: 'failed', trouble: read.trouble });
      }
      ahead = readPiece(due[place + 1]);
      const found = await measurer.measure(piece, read);
      const bytes = before + recording.received();
      measures = withPiece(measures, found, {
        bytes,
        course: recording.course,
        lasted: task.lasted,
      });
      const hasNone = measures.pictures.length + measures.sounds.length === 0;
      if (hasNone && place + 1 >= Math.min(MOST_IN_VAIN, due.length)) {
        const reason = read.kind === 'left' ? read.reason : 'unreadable';
        return say({ kind: 'failed', trouble: { kind: vain[reason] } });
      }
      tell(place + 1, { isDue: false });
    }
    const runs = measures.length / recording.course().length;
    const complete = recording.pieces.every((piece) => isMeasured(piece, measures, runs));
    measures = { ...measures, complete: part === undefined || complete };
    if (part !== undefined) measures = withoutMore(measures, part);
    tell(due.length, { isLast: true });
  } finally {
    measurer.close();
  }
}

/** What is to be read: all of it, or what tells of a part, be its picture or its sound the last before that begins. */
function piecesFor(
  part: Cut | undefined,
  pieces: readonly Piece[],
  stretch: number,
): readonly Piece[] {
  if (part === undefined) return pieces;
  const telling = (of: readonly Piece[]): readonly Piece[] =>
    of.filter(({ start }, place) => {
      const next = of[place + 1];
      return start * stretch < part.to && (next === undefined || next.start * stretch > part.from);
    });
  const wanted = new Set([
    ...telling(pieces.filter(({ sample }) => sample.pictures.length > 0)),
    ...telling(pieces.filter(({ sample }) => sample.sound)),
  ]);
  return pieces.filter((piece) => wanted.has(piece));
}

/** What was measured before, unless it was of another file. */
function knownOf(
  { known, from }: MeasuringTask,
  { course }: OpenRecording,
): RecordingMeasures | undefined {
  const isOther =
    from.kind === 'file' && known !== undefined && Math.abs(known.length - course().length) >= 1;
  return isOther ? undefined : known;
}

/** Opens a recording where it is said to be, or where it is said to be now. */
async function openSomewhere({
  open,
  where,
}: MeasuringPorts): Promise<OpenedRecording & { readonly wasMoved: boolean }> {
  const opened = await open();
  if (opened.ok || !isOfAddress(opened.trouble)) return { ...opened, wasMoved: false };
  const url = await where();
  return { ...(url === undefined ? opened : await open(url)), wasMoved: true };
}
