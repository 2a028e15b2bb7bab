import type { Layout } from '../layout.ts';
import { sharedColumns } from './shared.ts';

/**
 * The file of the same name without room ids, as shops in Brazil get it since May 2026: rates as
 * shares, money as "R$ 1.686,71", the start now and then as a serial number.
 */
export const livestreamAttributed: Layout = {
  id: 'export/livestream-attributed',
  needs: [['livestream'], ['start time'], ['attributed gmv']],
  columns: {
    ...sharedColumns,
    livestream: { is: 'room-or-title' },
    'ads roas': { metric: 'adsRoi' },
    'ads cost': { metric: 'adsCost' },
  },
};
