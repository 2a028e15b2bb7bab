import type { Layout } from '../layout.ts';
import { sharedColumns } from './shared.ts';

/**
 * The same until April 2026: "Direct GMV", lengths in seconds. Gross revenue and the average price
 * (paid ÷ items) are no metrics of ours and are left unread.
 */
export const livestreamDirect: Layout = {
  id: 'export/livestream-direct',
  needs: [['livestream'], ['start time'], ['direct gmv']],
  columns: {
    ...sharedColumns,
    livestream: { is: 'room-or-title' },
    'direct gmv': { metric: 'directGmv' },
    // Of direct GMV in 166 of 166 rows of a real file, by its views; impressions stand in no column.
    'gmv 1k shows': { metric: 'directShowGpm' },
    'gmv 1k views': { metric: 'directWatchGpm' },
    // Which orders these are is not said; the rates beside them tell.
    'orders paid for': { oneOf: ['skuOrders', 'orders'] },
  },
};
