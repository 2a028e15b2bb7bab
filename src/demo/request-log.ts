import type { DemoRequest } from './exchange.ts';

/** What is kept of a request, so that tests can count who asked for what. */
export interface LoggedRequest {
  /** Unix milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly body: string;
  /** The room the body asks for, where it names one. */
  readonly room?: string;
  /** The Origin header: the page's own, or chrome-extension://… when the worker asks. */
  readonly origin?: string;
  /** The Sec-Fetch-Site header: `same-origin` from a page, `none` from the worker. */
  readonly site?: string;
}

export interface RequestLog {
  /** Requests oldest first; `part` keeps those whose path contains it. */
  readonly list: (part?: string) => readonly LoggedRequest[];
  readonly reset: () => void;
  readonly add: (asked: DemoRequest) => void;
}

const KEPT = 10_000;

/** A log of the last 10,000 requests, the demo's own control requests left out. */
export function requestLog(): RequestLog {
  let kept: LoggedRequest[] = [];
  return {
    list: (part = '') => kept.filter((request) => request.path.includes(part)),
    reset: () => {
      kept = [];
    },
    add: (asked) => {
      const room = /"room_id"\s*:\s*"(\d+)"/.exec(asked.body)?.[1];
      const origin = asked.headers.origin;
      const site = asked.headers['sec-fetch-site'];
      kept.push({
        at: asked.at,
        method: asked.method,
        host: asked.host,
        path: asked.path,
        body: asked.body,
        ...(room === undefined ? {} : { room }),
        ...(origin === undefined ? {} : { origin }),
        ...(typeof site === 'string' ? { site } : {}),
      });
      if (kept.length > KEPT) kept = kept.slice(-KEPT);
    },
  };
}
