import type { RoomId } from '../metrics/ids.ts';
import { type RecordingMeasures, RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import type { Connection } from './connection.ts';
import { tell } from './news.ts';
import {
  parseOrQuarantine,
  put,
  reading,
  readOrQuarantine,
  type Writing,
  writing,
} from './transactions.ts';
import type { Measurements } from './types.ts';

/** What was measured of recordings, as an archive keeps it. */
export function measurements(connection: Connection): Measurements {
  return {
    async measures(rooms) {
      const records = await reading(connection, (database) => {
        const { store } = database.transaction('measures');
        return Promise.all(rooms.map(async (key) => ({ key, value: await store.get(key) })));
      });
      const there = records.filter(({ value }) => value !== undefined);
      return parseOrQuarantine(connection, 'measures', there, RecordingMeasuresSchema);
    },

    async keepMeasures(measures) {
      await writing(connection, ['measures'], async (transaction) => {
        const { room } = measures;
        const there = await readOrQuarantine(
          transaction,
          'measures',
          room,
          RecordingMeasuresSchema,
        );
        // What is measured anew takes the place of the whole once it is whole itself.
        if (there?.complete === true && !measures.complete) return;
        await put(transaction, 'measures', measures, RecordingMeasuresSchema);
      });
      tell({ kind: 'measures', room: measures.room });
    },
  };
}

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
