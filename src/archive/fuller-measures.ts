import type { RoomId } from '../metrics/ids.ts';
import { type RecordingMeasures, RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import { put, readOrQuarantine, type Writing } from './transactions.ts';

/** Of two measurements of one LIVE the one that says more: a complete one, else the one that was read last. */
const fullerMeasures = (one: RecordingMeasures, other: RecordingMeasures): RecordingMeasures => {
  if (one.complete !== other.complete) return one.complete ? one : other;
  return other.readAt > one.readAt ? other : one;
};

/** Hands what was measured of a LIVE on to its real id, or leaves there what says more. */
export async function moveMeasures(transaction: Writing, from: RoomId, to: RoomId): Promise<void> {
  const known = await readOrQuarantine(transaction, 'measures', from, RecordingMeasuresSchema);
  if (known === undefined) return;
  await putFuller(transaction, { ...known, room: to });
  await transaction.objectStore('measures').delete(from);
}

/** Keeps what was measured of a LIVE unless what stands there says more. */
export async function putFuller(transaction: Writing, measures: RecordingMeasures): Promise<void> {
  const there = await readOrQuarantine(
    transaction,
    'measures',
    measures.room,
    RecordingMeasuresSchema,
  );
  const stays = there === undefined ? measures : fullerMeasures(there, measures);
  await put(transaction, 'measures', stays, RecordingMeasuresSchema);
}
