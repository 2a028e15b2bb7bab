import { RecordingMeasuresSchema } from '../../metrics/recording/measures.ts';
import { putFuller } from '../fuller-measures.ts';
import { reading, writing } from '../transactions.ts';
import { validOf } from '../valid-records.ts';
import type { MergedPair } from './merged-pair.ts';

/** What was measured of recordings in either archive; of one that both measured what says more. */
export async function mergeMeasures({ base, here }: MergedPair): Promise<void> {
  const records = await reading(here, (database) => database.getAll('measures'));
  await writing(base, ['measures'], async (transaction) => {
    for (const measures of validOf(records, RecordingMeasuresSchema)) {
      await putFuller(transaction, measures);
    }
  });
}
