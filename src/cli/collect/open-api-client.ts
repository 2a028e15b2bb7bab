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
import type { AskingPace } from './asking-pace.ts';
import type { StoredTokens } from './token-store.ts';

/** An app as TikTok knows it. */
export interface AppSecrets {
  readonly key: string;
  readonly secret: string;
}

/** What a question came to; a refusal says its kind and code, and nothing that was sent. */
export type ApiAsked =
  | { readonly ok: true; readonly data: Record<string, unknown> }
  | { readonly ok: false; readonly kind: CodeKind | 'unreachable'; readonly code: string };

const EnvelopeSchema = v.object({
  code: v.number(),
  data: v.nullish(v.record(v.string(), v.unknown())),
});
const RefreshedSchema = v.object({ access_token: v.string(), refresh_token: v.string() });

const TRIES = 4;
const FIRST_REST_MS = 500;
const LONGEST_REST_S = 300;
const PATIENCE_MS = 30_000;

/** Asks TikTok's Open API for one shop: signed, paced, again where that helps, with a fresh token when it ran out. */
export class OpenApiClient {
  private hasRefreshed = false;

  constructor(
    private readonly app: AppSecrets,
    private tokens: StoredTokens,
    private readonly pace: AskingPace,
    /** A stand-in's address; TikTok's own two when absent. */
    private readonly standIn: string | undefined,
    private readonly keep: (tokens: StoredTokens) => void,
  ) {}

  /** @param query what the question says beside app, time, shop and signature */
  async ask(path: string, query: Readonly<Record<string, string>>): Promise<ApiAsked> {
    let last: ApiAsked = { ok: false, kind: 'unreachable', code: '-' };
    for (let nth = 0; nth < TRIES; nth++) {
      await this.pace.turn();
      const { answer, retryAfter } = await this.once(this.signed(path, query), {
        [TOKEN_HEADER]: this.tokens.accessToken,
        'content-type': 'application/json',
      });
      last = answer;
      if (answer.ok) {
        this.pace.faster();
        return answer;
      }
      if (answer.kind === 'token' && !this.hasRefreshed) {
        this.hasRefreshed = true;
        if (!(await this.refresh())) return answer;
      } else if (answer.kind === 'too-many') this.pace.slower((retryAfter ?? 2 ** nth) * 1000);
      else if (answer.kind === 'server' || answer.kind === 'unreachable')
        this.pace.slower(FIRST_REST_MS * 2 ** nth);
      else return answer;
    }
    return last;
  }

  private signed(path: string, asked: Readonly<Record<string, string>>): URL {
    const query: Record<string, string> = {
      ...asked,
      app_key: this.app.key,
      shop_cipher: this.tokens.cipher,
      timestamp: String(Math.floor(currentTime() / 1000)),
    };
    const sign = signatureOf({ path, query }, this.app.secret);
    const url = new URL(path, this.standIn ?? API_ORIGIN);
    url.search = new URLSearchParams({ ...query, sign }).toString();
    return url;
  }

  private async refresh(): Promise<boolean> {
    const url = new URL(REFRESH_PATH, this.standIn ?? AUTH_ORIGIN);
    url.search = new URLSearchParams({
      app_key: this.app.key,
      app_secret: this.app.secret,
      refresh_token: this.tokens.refreshToken,
      grant_type: 'refresh_token',
    }).toString();
    const { answer } = await this.once(url, {});
    const read = v.safeParse(RefreshedSchema, answer.ok ? answer.data : undefined);
    if (!read.success) return false;
    const { access_token: accessToken, refresh_token: refreshToken } = read.output;
    this.tokens = { ...this.tokens, accessToken, refreshToken };
    this.keep(this.tokens);
    return true;
  }

  private async once(
    url: URL,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly answer: ApiAsked; readonly retryAfter?: number }> {
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
      const rest = Number(response.headers.get('retry-after') ?? Number.NaN);
      return {
        answer: { ok: false, kind: kind ?? 'unknown', code: String(code ?? response.status) },
        ...(rest >= 0 ? { retryAfter: Math.min(rest, LONGEST_REST_S) } : {}),
      };
    } catch {
      // What went wrong may name the address, which holds secrets: it is not told.
      return { answer: { ok: false, kind: 'unreachable', code: '-' } };
    }
  }
}
