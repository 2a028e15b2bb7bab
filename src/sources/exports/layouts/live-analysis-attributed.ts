import type { Layout } from '../layout.ts';
import { creatorColumns, creatorNeeds } from './creators.ts';
import { sharedColumns } from './shared.ts';

/**
 * "Live Analysis" as it is since 2026, with GMV and items three times: attributed, direct, and indirect,
 * which is the first without the second. Its names are a trap: "LIVE GMV" is the direct amount,
 * "LIVE-attributed GMV" (`GMV dari LIVE`, `GMV đến từ buổi LIVE`) the attributed one.
 */
export const liveAnalysisAttributed: Layout = {
  id: 'export/live-analysis-attributed',
  needs: [
    ...creatorNeeds,
    [
      'live indirect gmv',
      'gmv tidak langsung dari live',
      'gmv gián tiếp của live',
      'gmv đến từ buổi live',
    ],
  ],
  columns: {
    ...sharedColumns,
    ...creatorColumns,
    'live attributed gmv': { metric: 'gmv' },
    'gmv dari live': { metric: 'gmv' },
    'gmv đến từ buổi live': { metric: 'gmv' },
    'live gmv': { metric: 'directGmv' },
    'gmv live': { metric: 'directGmv' },
    'live indirect gmv': { is: 'aside' },
    'gmv tidak langsung dari live': { is: 'aside' },
    'gmv gián tiếp của live': { is: 'aside' },
    'orders created': { is: 'aside' },
    pemesanan: { is: 'aside' },
    'orders paid': { metric: 'orders' },
    'pesanan dibayar': { metric: 'orders' },
    'đơn hàng đã thanh toán': { metric: 'orders' },
    'live attributed items sold': { metric: 'itemsSold' },
    'produk yang terjual melalui live': { metric: 'itemsSold' },
    'số món bán ra ghi nhận vào buổi live': { metric: 'itemsSold' },
    'live items sold': { metric: 'directItemsSold' },
    'produk yang terjual dari live': { metric: 'directItemsSold' },
    'số món bán ra từ live': { metric: 'directItemsSold' },
    'live indirect items sold': { is: 'aside' },
    'produk yang terjual dari live secara tidak langsung': { is: 'aside' },
    'số món bán ra gián tiếp từ live': { is: 'aside' },
  },
};
