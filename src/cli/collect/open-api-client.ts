import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { now as currentTime } from '../../platform/current-time.ts';
import { type CodeKind, kindOfAnswer } from '../../sources/open-api/answer-codes.ts';
import {
  API_ORIGIN,
  AUTH_ORIGIN,
  REFRESH_PATH,
  TOKEN_HEADER,
} from '../../sources/open-api/endpoints.ts';
import { signatureOf } from '../../sources/open-api/signature.ts';
import { parseJson } from '../../sources/seller-center/json.ts';
import type { AppSecrets } from './app-secrets.ts';
import type { AskingPace } from './asking-pace.ts';
import type { StoredTokens, TokenKeeping } from './token-store.ts';

/** Why a question wasn't answered: its kind and code, and nothing that was sent. */
export interface ApiRefusal {
  readonly ok: false;
  /** `unreachable`: nothing came. `spent`: the run has asked as often as it may. `stopped`: it was told to end. */
  readonly kind: CodeKind | 'unreachable' | 'spent' | 'stopped';
  readonly code: string;
}

/** What a question came to. */
export type ApiAsked = { readonly ok: true; readonly data: Record<string, unknown> } | ApiRefusal;

const EnvelopeSchema = v.object({
  code: v.number(),
  data: v.nullish(v.record(v.string(), v.unknown())),
});
const RefreshedSchema = v.object({
  access_token: v.string(),
  /** The old one goes on where none is answered. */
  refresh_token: v.optional(v.string()),
});

const TRIES = 4;
const FIRST_REST_MS = 500;
const PATIENCE_MS = 30_000;

/** A question as it is sent. */
interface SentQuestion {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks TikTok's Open API for one shop: signed, paced, again where that helps, with a fresh token when it ran out. */
export class OpenApiClient {
  constructor(
    private readonly app: AppSecrets,
    private tokens: StoredTokens,
    private readonly pace: AskingPace,
    /** A stand-in's address; TikTok's own two when absent. */
    private readonly standIn: string | undefined,
    /** Makes room for tokens before they are asked for, and answers what keeps them. */
    private readonly keeping: () => TokenKeeping,
  ) {}

  /**
   * Asks, as often as helps. A token that is refused is refreshed once for a question, which is then asked as
   * often again; where the fresh one is refused too, that is the answer.
   * @param query what the question says beside app, time, shop and signature
   * @param troubles how often it is asked at most while the server has trouble with it
   */
  async ask(
    path: string,
    query: Readonly<Record<string, string>>,
    troubles = TRIES,
  ): Promise<ApiAsked> {
    const answer = await this.insist(() => this.signed(path, query), troubles);
    if (answer.ok || answer.kind !== 'token') return answer;
    return (await this.refresh()) ?? this.insist(() => this.signed(path, query), troubles);
  }

  /** Asks up to four times: too many asks later and slower, trouble of the server or on the way soon again. */
  private async insist(question: () => SentQuestion, troubles = TRIES): Promise<ApiAsked> {
    let last: ApiAsked = { ok: false, kind: 'unreachable', code: '-' };
    for (let nth = 0; nth < TRIES; nth++) {
      const turn = await this.pace.turn();
      if (!turn.ok) return { ok: false, kind: turn.why, code: last.ok ? '-' : last.code };
      const { answer, retryAfter } = await once(question());
      last = answer;
      if (answer.ok) {
        this.pace.faster();
        return answer;
      }
      const isTrouble = answer.kind === 'server' || answer.kind === 'unreachable';
      if (answer.kind !== 'too-many' && !isTrouble) return answer;
      if (answer.kind === 'server' && nth + 1 >= troubles) return answer;
      if (answer.kind === 'too-many' || retryAfter !== undefined)
        this.pace.slower((retryAfter ?? 2 ** nth) * 1000, turn.at);
      else if (nth < TRIES - 1) await wait(FIRST_REST_MS * 2 ** nth);
    }
    return last;
  }

  private signed(path: string, asked: Readonly<Record<string, string>>): SentQuestion {
    const query: Record<string, string> = {
      ...asked,
      app_key: this.app.key,
      shop_cipher: this.tokens.cipher,
      timestamp: String(Math.floor(currentTime() / 1000)),
    };
    const sign = signatureOf({ path, query }, this.app.secret);
    const url = new URL(path, this.standIn ?? API_ORIGIN);
    url.search = new URLSearchParams({ ...query, sign }).toString();
    const headers = {
      [TOKEN_HEADER]: this.tokens.accessToken,
      'content-type': 'application/json',
    };
    return { url, headers };
  }

  /** Gets a fresh token and keeps it; answers why there is none. */
  private async refresh(): Promise<ApiRefusal | undefined> {
    const keeping = this.keeping();
    const answer = await this.insist(() => {
      const url = new URL(REFRESH_PATH, this.standIn ?? AUTH_ORIGIN);
      url.search = new URLSearchParams({
        app_key: this.app.key,
        app_secret: this.app.secret,
        refresh_token: this.tokens.refreshToken,
        grant_type: 'refresh_token',
      }).toString();
      return { url, headers: {} };
    });
    const read = v.safeParse(RefreshedSchema, answer.ok ? answer.data : undefined);
    if (read.success) {
      const { access_token: accessToken, refresh_token: refreshToken } = read.output;
      this.tokens = { ...this.tokens, accessToken, ...(refreshToken && { refreshToken }) };
      keeping.keep(this.tokens);
      return undefined;
    }
    keeping.drop();
    if (answer.ok) return { ok: false, kind: 'token', code: 'malformed' };
    return passing.has(answer.kind) ? answer : { ...answer, kind: 'token' };
  }
}

/** Refusals of a fresh token that say nothing of the old one: later it may be got. */
const passing: ReadonlySet<ApiRefusal['kind']> = new Set([
  'too-many',
  'server',
  'unreachable',
  'spent',
  'stopped',
]);

async function once({
  url,
  headers,
}: SentQuestion): Promise<{ readonly answer: ApiAsked; readonly retryAfter?: number }> {
  try {
    // A redirect would carry the secrets to another address.
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { headers, redirect: 'error', signal });
    const parsed = parseJson(await response.text());
    const read = v.safeParse(EnvelopeSchema, parsed.ok ? parsed.value : undefined);
    const code = read.success ? read.output.code : undefined;
    const kind = kindOfAnswer(response.status, code);
    if (kind === undefined && read.success)
      return { answer: { ok: true, data: read.output.data ?? {} } };
    const retryAfter = secondsToRest(response.headers.get('retry-after'));
    return {
      answer: { ok: false, kind: kind ?? 'unknown', code: String(code ?? response.status) },
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  } catch {
    // What went wrong may name the address, which holds secrets: it is not told.
    return { answer: { ok: false, kind: 'unreachable', code: '-' } };
  }
}

/** What `Retry-After` asks for: seconds, or until a date. */
function secondsToRest(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - currentTime()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
