import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { now as currentTime } from '../../platform/current-time.ts';
import { REFRESH_PATH, TOKEN_HEADER } from '../../sources/open-api/endpoints.ts';
import { clockWindow, isSignedBy } from '../../sources/open-api/signature.ts';
import { demoShop } from '../shop.ts';
import { type ApiAnswer, liveAnswer } from './answers.ts';

interface StandInOptions {
  /** A free port is taken when left out. */
  readonly port?: number;
  /** Unix milliseconds; the real time when left out. */
  readonly now?: () => number;
}

/** A stand-in of TikTok's Open API that listens on loopback and serves one simulated shop. */
export interface OpenApiStandIn {
  readonly address: string;
  readonly app: { readonly key: string; readonly secret: string };
  /** The tokens that are good now. */
  readonly tokens: () => ShopTokens;
  /** Ends the access token, as time does. */
  readonly expire: () => void;
  /** Answers the next requests to a path so, one each. */
  readonly refuse: (path: RegExp, answers: readonly ApiAnswer[]) => void;
  /** Paths that were asked, in their order, with the codes that were answered. */
  readonly asked: () => readonly { readonly path: string; readonly code: number }[];
  readonly close: () => Promise<void>;
}

interface ShopTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly cipher: string;
}

const app = { key: '29a39d', secret: 'standin-e59af819cc' };
const WEEK = 7 * 86_400;

/** Starts it. Rejects when the port is taken. */
export async function startOpenApi(options: StandInOptions = {}): Promise<OpenApiStandIn> {
  const now = options.now ?? currentTime;
  const shop = demoShop(now());
  const asked: { path: string; code: number }[] = [];
  const refusals: { path: RegExp; answers: ApiAnswer[] }[] = [];
  let issued = 0;
  let expired = false;
  const tokens = (): ShopTokens => ({
    accessToken: `standin-access-${issued}-x7Qp`,
    refreshToken: `standin-refresh-${issued}-k3Zs`,
    cipher: 'GCP_standInOfOneShop',
  });

  const answerTo = (request: IncomingMessage, url: URL): ApiAnswer => {
    const query = Object.fromEntries(url.searchParams);
    const refusal = refusals.find(({ path, answers }) => path.test(url.pathname) && answers.length);
    const refused = refusal?.answers.shift();
    if (refused !== undefined) return refused;
    if (url.pathname === REFRESH_PATH) return refresh(query);
    const seconds = Math.floor(now() / 1000);
    const late = seconds - Number(query.timestamp);
    if (
      !/^\d{10}$/.test(query.timestamp ?? '') ||
      late > clockWindow.before ||
      -late > clockWindow.after
    )
      return { status: 400, code: 36009004, message: 'Invalid timestamp' };
    if (query.app_key !== app.key)
      return { status: 400, code: 36009004, message: 'Invalid app_key' };
    if (!isSignedBy({ path: url.pathname, query }, app.secret, query.sign ?? ''))
      return { status: 401, code: 106001, message: 'Signature is invalid' };
    if (request.headers[TOKEN_HEADER] !== tokens().accessToken)
      return { status: 401, code: 105001, message: 'Access token is invalid' };
    if (expired) return { status: 401, code: 105002, message: 'Access token has expired' };
    if (query.shop_cipher !== tokens().cipher)
      return { status: 400, code: 106013, message: 'shop_cipher is missing' };
    return liveAnswer(url.pathname, query, shop.sessions(now()), now());
  };

  const refresh = (query: Readonly<Record<string, string>>): ApiAnswer => {
    if (query.app_secret !== app.secret || query.refresh_token !== tokens().refreshToken)
      return { status: 200, code: 105001, message: 'Refresh token is invalid' };
    issued += 1;
    expired = false;
    const { accessToken, refreshToken } = tokens();
    const data = {
      access_token: accessToken,
      access_token_expire_in: Math.floor(now() / 1000) + WEEK,
      refresh_token: refreshToken,
      refresh_token_expire_in: Math.floor(now() / 1000) + 8 * WEEK,
      user_type: 0,
    };
    return { status: 200, code: 0, message: 'success', data };
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { status, retryAfter, ...answer } = answerTo(request, url);
    asked.push({ path: url.pathname, code: answer.code });
    const headers = { 'content-type': 'application/json' };
    response.writeHead(
      status,
      retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) },
    );
    response.end(JSON.stringify({ request_id: `demo${asked.length}`, data: {}, ...answer }));
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const at = server.address();
      if (at === null || typeof at === 'string') reject(new Error('The stand-in has no port.'));
      else resolve(at.port);
    });
  });
  return {
    address: `http://127.0.0.1:${port}`,
    app,
    tokens,
    expire: () => {
      expired = true;
    },
    refuse: (path, answers) => refusals.push({ path, answers: [...answers] }),
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
