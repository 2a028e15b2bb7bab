import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { now as currentTime } from '../../platform/current-time.ts';
import {
  listEndpoint,
  REFRESH_PATH,
  shopPath,
  TOKEN_HEADER,
} from '../../sources/open-api/endpoints.ts';
import { clockWindow, isSignedBy } from '../../sources/open-api/signature.ts';
import { type AnswerCustoms, type ApiAnswer, liveAnswer } from './answers.ts';
import { type ShopTokens, type StandInShop, standInShop } from './stand-in-shop.ts';

interface StandInOptions extends AnswerCustoms {
  /** A free port is taken when left out. */
  readonly port?: number;
  /** The moment at which the LIVEs of its shops stand still, in Unix milliseconds; they go on when left out. */
  readonly moment?: number;
  /** How many shops it serves; one when left out. */
  readonly shops?: number;
  /** Questions of the app in a second, beyond which it has asked too many; no limit when left out. */
  readonly perSecond?: number;
  /** Whether the last LIVE of the list rises to its top after every page, as one on air may. */
  readonly restless?: boolean;
}

/** A stand-in of TikTok's Open API that listens on loopback and serves simulated shops, numbered from 0. */
export interface OpenApiStandIn {
  readonly address: string;
  readonly app: { readonly key: string; readonly secret: string };
  /** A shop's tokens that are good now. */
  readonly tokens: (shop?: number) => ShopTokens;
  /** Every token and cipher that was ever good. */
  readonly secrets: () => readonly string[];
  /** Ends a shop's access token, as time does. */
  readonly expire: (shop?: number) => void;
  /** Answers the next requests to a path so, one each; gives a function that takes back what is left. */
  readonly refuse: (path: RegExp, answers: readonly ApiAnswer[]) => () => void;
  /** Works out the answers to a path and holds them back, until the function that it gives is called. */
  readonly holdBack: (path: RegExp) => () => void;
  /** What was asked, in its order, with the codes that were answered, and the cipher of the shop. */
  readonly asked: () => readonly AskedQuestion[];
  readonly close: () => Promise<void>;
}

interface AskedQuestion {
  readonly path: string;
  readonly code: number;
  readonly cipher: string | undefined;
  /** Milliseconds, by a clock that only rises. */
  readonly at: number;
}

const TOO_MANY = 36009002;
const app = { key: '29a39d', secret: 'standin-e59af819cc' };

/** Starts it. Rejects when the port is taken. */
export async function startOpenApi(options: StandInOptions = {}): Promise<OpenApiStandIn> {
  const moment = (): number => options.moment ?? currentTime();
  const { perSecond, restless = false } = options;
  const shops = Array.from({ length: options.shops ?? 1 }, (_, nth) => standInShop(nth, moment));

  const shopAt = (nth = 0): StandInShop => {
    const shop = shops[nth];
    if (shop === undefined) throw new Error(`The stand-in serves no shop ${nth}.`);
    return shop;
  };
  const asked: AskedQuestion[] = [];
  const refusals: { path: RegExp; answers: ApiAnswer[] }[] = [];
  const heldBack: { path: RegExp; until: Promise<void> }[] = [];
  let pages = 0;

  const answerTo = (request: IncomingMessage, url: URL): ApiAnswer => {
    const query = Object.fromEntries(url.searchParams);
    const refusal = refusals.find(({ path, answers }) => path.test(url.pathname) && answers.length);
    const refused = refusal?.answers.shift();
    if (refused !== undefined) return refused;
    if (url.pathname === REFRESH_PATH) return refresh(query);
    if (isTooMany()) return { status: 429, code: TOO_MANY, message: 'too many', retryAfter: 1 };
    const seconds = Math.floor(currentTime() / 1000);
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
    const token = request.headers[TOKEN_HEADER];
    const shop = shops.find(({ tokens }) => tokens().accessToken === token);
    if (shop === undefined)
      return { status: 401, code: 105001, message: 'Access token is invalid' };
    if (shop.hasExpired())
      return { status: 401, code: 105002, message: 'Access token has expired' };
    if (query.shop_cipher !== shop.tokens().cipher)
      return { status: 400, code: 106013, message: 'shop_cipher is missing' };
    const live = liveAnswer(url.pathname, query, inOrder(shop.sessions()), moment(), options);
    if (url.pathname === shopPath(listEndpoint)) pages += 1;
    return live;
  };

  const isTooMany = (): boolean => {
    if (perSecond === undefined) return false;
    const since = performance.now() - 1000;
    return asked.filter(({ at, code }) => at > since && code !== TOO_MANY).length >= perSecond;
  };

  const inOrder = <Live>(lives: readonly Live[]): readonly Live[] => {
    const risen = restless ? pages % lives.length : 0;
    return risen === 0 ? lives : [...lives.slice(-risen), ...lives.slice(0, -risen)];
  };

  const refresh = (query: Readonly<Record<string, string>>): ApiAnswer => {
    const shop = shops.find(({ tokens }) => tokens().refreshToken === query.refresh_token);
    if (query.app_secret !== app.secret || shop === undefined)
      return { status: 200, code: 105001, message: 'Refresh token is invalid' };
    return shop.refresh();
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { status, retryAfter, ...answer } = answerTo(request, url);
    const cipher = url.searchParams.get('shop_cipher') ?? undefined;
    asked.push({ path: url.pathname, code: answer.code, cipher, at: performance.now() });
    const headers = { 'content-type': 'application/json' };
    const text = JSON.stringify({ request_id: `demo${asked.length}`, data: {}, ...answer });
    const send = (): void => {
      response.writeHead(
        status,
        retryAfter === undefined ? headers : { ...headers, 'retry-after': String(retryAfter) },
      );
      response.end(text);
    };
    const hold = heldBack.find(({ path }) => path.test(url.pathname));
    if (hold === undefined) send();
    else void hold.until.then(send);
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
    tokens: (nth) => shopAt(nth).tokens(),
    secrets: () => shops.flatMap(({ everIssued }) => everIssued()),
    expire: (nth) => shopAt(nth).expire(),
    refuse: (path, given) => {
      const answers = [...given];
      refusals.push({ path, answers });
      return () => {
        answers.length = 0;
      };
    },
    holdBack: (path) => {
      let resume = (): void => {};
      const until = new Promise<void>((resolve) => {
        resume = resolve;
      });
      const held = { path, until };
      heldBack.push(held);
      return () => {
        heldBack.splice(heldBack.indexOf(held), 1);
        resume();
      };
    },
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
