import type { Layout } from '../layout.ts';
import { sharedColumns } from './shared.ts';

/**
 * `Creator-Live-Performance_….xlsx` with 35 columns: room ids, start and end, money as
 * "30,329,959.79₫", rates as "12.5%", lengths as "3h00m". Known from a shop in Viet Nam (2026).
 */
export const creatorLivePerformance: Layout = {
  id: 'export/creator-live-performance',
  needs: [['room id'], ['start time'], ['views']],
  columns: {
    ...sharedColumns,
    'room id': { is: 'room' },
    'room title': { is: 'title' },
    'end time': { is: 'end' },
  },
};
