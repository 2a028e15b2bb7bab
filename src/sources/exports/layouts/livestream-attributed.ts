import type { Layout } from '../layout.ts';
import { sharedColumns } from './shared.ts';

/**
 * The file of the same name without room ids, as shops in Brazil get it since May 2026: rates as
 * shares, money as "R$ 1.686,71", the start now and then as a serial number. In Portuguese it is told
 * by attributed GMV too, which the report on affiliates' LIVEs, with heads like its own, doesn't have.
 */
export const livestreamAttributed: Layout = {
  id: 'export/livestream-attributed',
  needs: [
    ['livestream', 'título da live', 'id da live'],
    ['start time', 'horário de início', 'horário de início da live'],
    ['attributed gmv', 'gmv atribuído'],
  ],
  columns: {
    ...sharedColumns,
    livestream: { is: 'room-or-title' },
    'ads roas': { metric: 'adsRoi' },
    'ads cost': { metric: 'adsCost' },
  },
};
