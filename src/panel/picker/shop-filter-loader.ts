/** Loads the choice of a shop, which a seller with one shop never sees. */
export const shopFilter = () => import('./shop-filter.tsx').then(({ ShopFilter }) => ShopFilter);
