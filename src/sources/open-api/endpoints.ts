import { OPEN_API_PREFIX } from '../../metrics/open-api-origin.ts';

/** Where TikTok's Open API answers, and where its tokens are got. */
export const API_ORIGIN = 'https://open-api.tiktokglobalshop.com';
export const AUTH_ORIGIN = 'https://auth.tiktok-shops.com';

/** Header of the access token; it is no part of what is signed. */
export const TOKEN_HEADER = 'x-tts-access-token';

/** An endpoint as it is asked: its version is part of its path, and of what each of its figures says. */
export interface ApiEndpoint {
  /** As figures name it in their origin. */
  readonly name: string;
  readonly version: string;
}

export const listEndpoint: ApiEndpoint = { name: 'shop_lives/performance', version: '202509' };
export const overviewEndpoint: ApiEndpoint = {
  name: 'shop_lives/overview_performance',
  version: '202509',
};
export const minutesEndpoint: ApiEndpoint = {
  name: 'shop_lives/performance_per_minutes',
  version: '202510',
};
export const productsEndpoint: ApiEndpoint = {
  name: 'shop/products_performance',
  version: '202512',
};

export const REFRESH_PATH = '/api/v2/token/refresh';

/** The path of an endpoint about a whole shop. */
export const shopPath = ({ name, version }: ApiEndpoint): string => `/analytics/${version}/${name}`;

/** The path of an endpoint about one LIVE: its id stands before the last part of the name. */
export function livePath({ name, version }: ApiEndpoint, live: string): string {
  const [family = '', what = ''] = name.split('/');
  return `/analytics/${version}/${family}/${live}/${what}`;
}

/** How the origin of a figure names its endpoint, version included. */
export const originOfEndpoint = ({ name, version }: ApiEndpoint): string =>
  `${OPEN_API_PREFIX}${version}/${name}`;
