import { answers, paths } from '../../sources/seller-center/fixtures/captured.ts';
import coreStatsDirect from '../../sources/seller-center/fixtures/core-stats-direct.json' with {
  type: 'json',
};
import otherLists from '../../sources/seller-center/fixtures/other-lists.json' with {
  type: 'json',
};
import productListDirect from '../../sources/seller-center/fixtures/product-list-direct.json' with {
  type: 'json',
};
import requests from '../../sources/seller-center/fixtures/requests.json' with { type: 'json' };
import roomInfo from '../../sources/seller-center/fixtures/room-info.json' with { type: 'json' };
import showList from '../../sources/seller-center/fixtures/show-list.json' with { type: 'json' };
import portraitOfCustomers from '../../sources/seller-center/fixtures/user-portrait-customers.json' with {
  type: 'json',
};
import portraitOfFollowers from '../../sources/seller-center/fixtures/user-portrait-followers.json' with {
  type: 'json',
};

import { readerFor } from '../../sources/seller-center/readers.ts';

/** An answer of Seller Center as it was captured, or in a shape that third parties recorded. */
export interface CapturedAnswer {
  readonly path: string;
  readonly data: Record<string, unknown>;
  readonly request?: unknown;
}

/** No LIVE of these was captured: rows as the readers of such lists describe them. */
const roomList = {
  segments: [
    {
      list_control: { next_pagination: { total: 2 } },
      timed_lists: [
        {
          stats: [
            {
              live_id: '7649951805363391253',
              live_name: 'Masks',
              cover_url: 'https://images.invalid/cover.jpeg',
              creator_handle: 'examplecosmetics',
              creator_alias: 'Example Cosmetics',
              start_timestamp: '1781143239',
              end_timestamp: '1781149519',
              duration: 6280,
              revenue: { amount: '2607080', currency_code: 'VND' },
              local_views_cnt: '743',
              local_viewers_cnt: 608,
              product_views_cnt: 4617,
              local_ctr_rate: '0.05',
            },
            { live_id: '7654451471329741576', start_timestamp: 1782190934, duration: 23277 },
          ],
        },
      ],
    },
  ],
};

const violations = {
  room_id: '7649951805363391253',
  violations: [
    { violation_reason: 'Misleading claim', violation_time: '1781144000', punishment: 'Warning' },
    { title: 'Static picture', time: 1781145000 },
  ],
};

const pathOf = (asked: string): string =>
  new URL(asked.replace(/^[A-Z]+ /, ''), 'https://a.invalid').pathname;

/** Answers of every endpoint that is read. */
export const capturedAnswers: readonly CapturedAnswer[] = [
  ...Object.entries(answers).map(([path, { data }]): CapturedAnswer => ({ path, data })),
  {
    path: paths.coreStats,
    data: answers[paths.coreStats]?.data ?? {},
    request: requests['core-stats'],
  },
  { path: paths.coreStats, data: coreStatsDirect.answer.data },
  { path: paths.productList, data: productListDirect.answer.data },
  { path: paths.roomInfo, data: roomInfo.data },
  { path: paths.userPortrait, data: portraitOfCustomers.data },
  { path: paths.userPortrait, data: portraitOfFollowers.data },
  { path: paths.roomList, data: roomList },
  { path: pathOf(showList.path), data: showList.answer.data },
  ...otherLists
    .map(({ path, answer }): CapturedAnswer => ({ path: pathOf(path), data: answer.data }))
    .filter(({ path }) => readerFor(path) !== undefined),
  { path: '/api/v1/insights/workbench/live/diagnosis/violation/list', data: violations },
];
