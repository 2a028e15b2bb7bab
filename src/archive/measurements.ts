import { RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import type { Connection } from './connection.ts';
import { tell } from './news.ts';
import { parseOrQuarantine, put, reading, readOrQuarantine, writing } from './transactions.ts';
import type { Measurements } from './types.ts';
import { takeUntold, tellingStores } from './untold-measures.ts';

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

    async sweepMeasures() {
      await writing(connection, tellingStores, takeUntold);
    },
  };
}
