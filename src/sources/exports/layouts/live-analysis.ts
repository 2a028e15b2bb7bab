import { ctors } from '../../../metrics/ctr-denominator.ts';
import type { Layout } from '../layout.ts';
import { creatorColumns, creatorNeeds } from './creators.ts';
import { sharedColumns } from './shared.ts';

/**
 * "Live Analysis" of the seller's side until 2026 (Malaysia, Indonesia): a creator and a time of launch
 * instead of a room id, lengths as "1h 40min", the currency in the heads. Of its two amounts the
 * attributed one is what Seller Center calls GMV now. What the amounts and orders of the oldest
 * Indonesian files count (`penghasilan`, `penjualan`) isn't known, and they are left unread.
 */
export const liveAnalysis: Layout = {
  id: 'export/live-analysis',
  needs: creatorNeeds,
  columns: {
    ...sharedColumns,
    ...creatorColumns,
    'live attributed gmv': { metric: 'gmv' },
    'gmv yang didapat dari live': { metric: 'gmv' },
    'live gross merchandise value': { metric: 'directGmv' },
    'nilai bruto barang dagangan dari live': { metric: 'directGmv' },
    'nilai barang dagangan bruto live': { metric: 'directGmv' },
    'live gmv': { metric: 'directGmv' },
    'live sku orders': { metric: 'skuOrders' },
    'pesanan sku dari live': { metric: 'skuOrders' },
    'pesanan sku live': { metric: 'skuOrders' },
    'live items sold': { metric: 'itemsSold' },
    'produk yang terjual dari live': { metric: 'itemsSold' },
    'created sku orders': { is: 'aside' },
    'pesanan sku yang dibuat': { is: 'aside' },
    'pesanan dibuat': { is: 'aside' },
    'pesanan dibayar': { metric: 'orders' },
    'click to order rate live': { oneOf: ctors },
    'rasio pesanan per klik live': { oneOf: ctors },
    'co rate': { oneOf: ctors },
  },
};
