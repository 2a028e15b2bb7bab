const QUERY = '?aid=4068&app_name=i18n_ecom_shop&vertical=3';
const DETAIL = '/insights/workbench/live/detail/';

/** The figures of the page, then the negative ids that ask for TikTok's market comparison. */
const CORE = [
  3, 2, 7, 344, 15, 17, 27, 346, 348, 23, 310, 18, 20, 30, 29, 5, 10, 11, 343, 323, 330, 72, 70, 71,
  39, 43, 325, 332, 349, 62, 61, 60, 331, 312, 313, 314, 315, 50, 241, 283, 290, 291, 292, -3, -2,
  -7, -344, -23, -20, -18, -39, -10, -11, -15, -62, -70, -71, -330,
];
const TRENDS = [
  3, 52, 82, 41, 344, 20, 11, 50, 14, 84, 51, 92, 23, 13, 12, 16, 312, 313, 314, 315, 401, 15, 91,
  343, 350, 81, 323,
];
const PRODUCTS = [4, 5, 6, 7, 10, 15, 17, 18, 21, 30, 35, 41, 48, 51, 55, 64, 120, 301, 345];
const PORTRAITS = [80, 81, 82, 83, 90, 85, 86, 87, 88, 350, 351, 352, 353, 92, 93, 95];

/** Why a request of the page came to nothing. */
class AskFailed extends Error {}

/** The parts of a LIVE as the page asks for them, by `fetch` or by `XMLHttpRequest` as the real page mixes them. */
export const askFor = {
  info: (room: string) => byFetch(`/api/v1${DETAIL}room/info`, roomBody(room)),
  status: (room: string) => byFetch(`/api/v1${DETAIL}room/status`, roomBody(room)),
  core: (room: string) => byFetch(`/api/v1${DETAIL}core/stats`, roomBody(room, CORE)),
  trends: (room: string) => byFetch(`/api/v1${DETAIL}trend/chart`, roomBody(room, TRENDS)),
  products: (room: string) =>
    byXhr(`/api/v1${DETAIL}product/list`, { ...roomBody(room, PRODUCTS), sorting_type: 1 }),
  sources: (room: string) =>
    byFetch(`/api/v3${DETAIL}source/new`, { ...roomBody(room, [100]), version: 3 }),
  events: (room: string) => byXhr(`/api/v1${DETAIL}event/timeline`, roomBody(room)),
  portraits: (room: string) => byFetch(`/api/v1${DETAIL}user/portrait`, roomBody(room, PORTRAITS)),
};

/** The LIVEs of the last three months, newest first. */
export function askForLives(size: number): Promise<unknown> {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const now = Number(document.documentElement.dataset.now);
  return byFetch('/api/v4/insights/seller/live/list', {
    params: [
      {
        list_control: {
          pagination: { size, page: 0 },
          rules: [{ direction: 2, field: 'LIVE_LIST_START_TIME' }],
        },
        filter: { creator_id: [], feature_type: 4 },
        stats_types: [12, 20, 61, 86, 32, 81, 2, 3, 4, 5, 6, 10, 13, 14, 7, 8, 120],
        time_selector: { period: 10, granularity: 1 },
        time_descriptor: {
          start: day(now - 90 * 86_400_000),
          end: day(now + 2 * 86_400_000),
          timezone_offset: 0,
          scenario: 1,
          granularity: 'ALL',
          with_previous_period: false,
        },
      },
    ],
  });
}

function roomBody(room: string, types?: readonly number[]): object {
  return {
    room_filter: { room_id: room, is_content_type: 1 },
    ...(types === undefined ? {} : { stats_types: types }),
  };
}

async function byFetch(path: string, request: object): Promise<unknown> {
  const response = await fetch(path + QUERY, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ request }),
  });
  return data(response.status, await response.text());
}

function byXhr(path: string, request: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', path + QUERY);
    xhr.setRequestHeader('content-type', 'application/json');
    xhr.addEventListener('load', () => {
      try {
        resolve(data(xhr.status, xhr.responseText));
      } catch (error) {
        reject(error);
      }
    });
    xhr.addEventListener('error', () => reject(new AskFailed('No answer.')));
    xhr.send(JSON.stringify({ request }));
  });
}

function data(status: number, body: string): unknown {
  if (status !== 200) throw new AskFailed(`Answered ${status}.`);
  const answer: unknown = JSON.parse(body);
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : -1;
  if (code !== 0) throw new AskFailed(`Answered code ${String(code)}.`);
  return answer;
}
