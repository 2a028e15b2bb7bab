import { describe, expect, it } from 'vitest';
import { livePath, minutesEndpoint, productsEndpoint } from './endpoints.ts';
import { isSignedBy, type SignedRequest, signatureOf } from './signature.ts';

const secret = 'e59af819cc';
const around = {
  app_key: '29a39d',
  timestamp: '1623812664',
  shop_cipher: 'GCP_XF90igAAAABh00qsWgtvOiGFNqyubMt3',
  currency: 'LOCAL',
};
const live = '7654451471329741576';

/** The first two are public (TikTok's page; a test of EcomPHP/tiktokshop-php); the others two programs agree on. */
const vectors: readonly (readonly [string, string, SignedRequest, string])[] = [
  [
    'TikTok’s own',
    secret,
    {
      path: '/authorization/202309/shops',
      query: { app_key: '29a39d', timestamp: '1623812664' },
    },
    'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
  ],
  [
    'tiktokshop-php’s',
    'app_secret',
    { path: '/test-api', query: { foo: 'bar' } },
    'd3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f',
  ],
  [
    'one with a body',
    secret,
    {
      path: '/event/202309/webhooks',
      query: {
        app_key: '68xu9ks5p4i8',
        shop_cipher: 'ROW_xkMbgAAAeVAQra0eZWebFQq5aIK',
        timestamp: '1696909648',
      },
      body: '{"address":"https://partner.tiktokshop.com","event_type":"PACKAGE_UPDATE"}',
    },
    'cd0d6268252f4ba293bf7ea4c0a2873bf9beec600d22530638564ab301435f7a',
  ],
  [
    'a list’s',
    secret,
    {
      path: '/analytics/202509/shop_lives/performance',
      query: {
        ...around,
        start_date_ge: '2024-09-01',
        end_date_lt: '2024-09-08',
        page_size: '100',
        account_type: 'ALL',
        sort_field: 'gmv',
        sort_order: 'DESC',
      },
    },
    '44d20a8e7c7efbd33889534c5a31c395e7e312d24258c18612db9e1f884faf33',
  ],
  [
    'one with a page token that holds =',
    secret,
    {
      path: livePath(minutesEndpoint, live),
      query: { ...around, page_token: 'cGFnZV9udW1iZXI9MQ==' },
    },
    '46d2589ca4bac1e05810859a2da350978da9821849a263c7f6ced2e8945208b6',
  ],
  [
    'the products’',
    secret,
    {
      path: livePath(productsEndpoint, live),
      query: { ...around, sort_field: 'direct_gmv', sort_order: 'DESC' },
    },
    '89ca6d35914ba6c833e1caec90f0edd565dadb207a6c6379b969271fad705442',
  ],
];

describe('a signature', () => {
  it.each(vectors)('is %s', (_, key, request, sign) => {
    expect(signatureOf(request, key)).toBe(sign);
    expect(isSignedBy(request, key, sign)).toBe(true);
  });

  it('leaves out the token and itself, and is another for any other request', () => {
    const [, , request, sign] = vectors[4] ?? expect.fail();
    const more = { ...request.query, sign: 'x', access_token: 'y' };
    expect(signatureOf({ ...request, query: more }, secret)).toBe(sign);
    const others = [
      { ...request, path: `${request.path}/` },
      { ...request, query: { ...request.query, page_token: 'cGFnZV9udW1iZXI9MQ' } },
      { ...request, body: '{}' },
    ];
    for (const other of others) expect(isSignedBy(other, secret, sign)).toBe(false);
    expect(isSignedBy(request, 'e59af819cd', sign)).toBe(false);
    expect(isSignedBy(request, secret, sign.slice(1))).toBe(false);
  });
});
