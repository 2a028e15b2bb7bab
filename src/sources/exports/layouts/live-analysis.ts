import { ctors } from '../../../metrics/ctr-denominator.ts';
import type { Layout } from '../layout.ts';
import { sharedColumns } from './shared.ts';

/**
 * "Live Analysis" of the seller's side (Malaysia, Indonesia): a creator and a time of launch instead
 * of a room id, lengths as "1h 40min", the currency in the heads. Of its two amounts the attributed
 * one is what Seller Center calls GMV now.
 */
export const liveAnalysis: Layout = {
  id: 'export/live-analysis',
  needs: ['creator id', 'launched time'],
  mark: '.',
  columns: {
    ...sharedColumns,
    'creator id': { is: 'creator-id' },
    creator: { is: 'creator-handle' },
    nickname: { is: 'creator-name' },
    'launched time': { is: 'start' },
    'live attributed gmv': { metric: 'gmv' },
    'live gross merchandise value': { metric: 'directGmv' },
    'live gmv': { metric: 'directGmv' },
    'live sku orders': { metric: 'skuOrders' },
    'live items sold': { metric: 'itemsSold' },
    'unique customers': { metric: 'customers' },
    'click to order rate live': { oneOf: ctors },
    'average viewing duration live streams': { metric: 'averageViewDuration' },
    'live likes': { metric: 'likes' },
    'new followers creator video': { metric: 'newFollowers' },
  },
};
