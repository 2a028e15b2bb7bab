import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Session } from '../metrics/session.ts';
import { now as currentTime } from '../platform/current-time.ts';
import { certificate } from './certificate.ts';
import { type DemoRequest, unlessKnown } from './exchange.ts';
import { type Delivery, type Faults, faultBoard } from './faults.ts';
import { type RequestLog, requestLog } from './request-log.ts';
import { answerOf, type Rooms } from './routes.ts';
import { demoShop } from './shop.ts';
import { signIn } from './sign-in.ts';

export interface DemoOptions {
  /** A free port is taken when left out. */
  readonly port?: number;
  /** The demo's clock in unix milliseconds; the real time when left out. */
  readonly now?: () => number;
  /** Same seed, same shop. */
  readonly seed?: number;
}

/** A demo Seller Center that is listening. */
export interface Demo {
  readonly port: number;
  /** The value of Chromium's --host-resolver-rules that brings every host here. */
  readonly hostRules: string;
  readonly faults: Pick<Faults, 'set' | 'clear' | 'rules'>;
  readonly requests: Pick<RequestLog, 'list' | 'reset'>;
  /** The shop's LIVEs as they stand now, newest first: what the answers are made from. */
  readonly sessions: () => readonly Session[];
  readonly close: () => Promise<void>;
}

const LONGEST_BODY = 1_000_000;

/** Starts the demo on loopback with a certificate of its own. Rejects when the port is taken. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const now = options.now ?? currentTime;
  const rooms: Rooms = {
    shop: demoShop(now(), options.seed),
    signIn: signIn(),
    faults: faultBoard(),
    log: requestLog(),
  };
  const server = createServer(await certificate(), (request, response) => {
    serve(request, response, now, rooms).catch((error: unknown) => {
      console.error('demo:', error);
      response.destroy();
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve(portOf(server.address())));
  });
  return {
    port,
    hostRules: `MAP * 127.0.0.1:${port}`,
    faults: rooms.faults,
    requests: rooms.log,
    sessions: () => rooms.shop.sessions(now()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The demo has no port.');
  return address.port;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  now: () => number,
  rooms: Rooms,
): Promise<void> {
  const asked = await read(request, now());
  if (asked === undefined) {
    response.writeHead(413).end();
    return;
  }
  const isControl = asked.path === '/demo/control';
  if (!isControl) rooms.log.add(asked);
  const answer = await answerOf(asked, rooms);
  const delivery: Delivery = isControl
    ? { answer, delayMs: 0, end: 'whole' }
    : rooms.faults.over(asked, answer);
  if (delivery.delayMs > 0) await rooms.faults.hold(delivery.delayMs);
  const whole = { ...delivery, answer: unlessKnown(asked, delivery.answer) };
  send(response, whole, asked.method === 'HEAD');
}

async function read(request: IncomingMessage, at: number): Promise<DemoRequest | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > LONGEST_BODY) return undefined;
    parts.push(part);
  }
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const url = new URL(request.url ?? '/', `https://${host === '' ? 'localhost' : host}`);
  return {
    at,
    method: request.method ?? 'GET',
    host,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(parts).toString('utf8'),
  };
}

function send(response: ServerResponse, { answer, end }: Delivery, headOnly: boolean): void {
  if (end === 'reset') {
    response.socket?.destroy();
    return;
  }
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (headOnly) {
    response.end();
  } else if (end === 'cut-off') {
    const half = body.subarray(0, Math.floor(body.length / 2));
    response.write(half, () => response.destroy());
  } else {
    response.end(body);
  }
}
