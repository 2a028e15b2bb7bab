import { isAddress } from '../../metrics/address.ts';
import { type Fault, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { isAnalyticsPath } from '../../platform/analytics-path.ts';
import { isRecord, parseNumber } from './fields.ts';
import { parseJson } from './json.ts';

/** An HTTP answer as it came in; `url` is the final address after redirects, `type` the content type. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly type?: string;
  readonly body: string;
}

/** What an answer carries once its envelope is off. `simulated` is set by a demo server only. */
export interface Opened {
  readonly data: Record<string, unknown>;
  readonly simulated: boolean;
}

const signedOutStatuses = new Set([301, 302, 303, 307, 308, 401, 403]);

/** Meanings of envelope codes as third-party programs saw them. */
const codes: Readonly<Record<number, Fault['code']>> = {
  98001001: 'server-error',
  98001002: 'signed-out',
  10000: 'signed-out',
  10008: 'signed-out',
  98001004: 'refused-parameters',
  36009002: 'rate-limited',
  36009003: 'server-error',
  36009004: 'refused-parameters',
  36009007: 'server-error',
};

/**
 * Takes the envelope `{code, message, data}` off an answer, or says in one fault why there is
 * nothing in it. Seller Center tells of a missing sign-in in several ways (a code, a redirect, 401,
 * 403, a page instead of JSON); all become `signed-out`.
 */
export function openEnvelope(answer: Answer): Result<Opened> {
  const refused = faultOfHttp(answer);
  if (refused !== undefined) return failed(refused);
  const parsed = parseJson(answer.body);
  if (!parsed.ok) return parsed;
  const envelope = parsed.value;
  if (!isRecord(envelope)) return failed(fault('malformed', 'no envelope'));
  const said = envelope.code;
  const code = said === undefined || said === null ? 0 : parseNumber(said);
  if (code !== 0) {
    const message = typeof envelope.message === 'string' ? envelope.message : '';
    const known = code === undefined ? undefined : codes[code];
    return failed(fault(known ?? 'server-error', `code ${String(said)} ${message}`.slice(0, 200)));
  }
  const data = envelope.data;
  if (!isRecord(data)) return failed(fault('malformed', 'no data'));
  return ok({ data, simulated: envelope.simulated === true });
}

function faultOfHttp({ status, url, type, body }: Answer): Fault | undefined {
  const detail = `HTTP ${status}`;
  if (status === 429) return fault('rate-limited', detail);
  if (status >= 500) return fault('server-error', detail);
  if (signedOutStatuses.has(status)) return fault('signed-out', detail);
  if (isElsewhere(url)) return fault('signed-out', 'redirected');
  if (/\bhtml\b/i.test(type ?? '') || /^\s*</.test(body)) return fault('signed-out', 'a page');
  if (status === 400 || status === 422) return fault('refused-parameters', detail);
  if (status !== 0 && (status < 200 || status >= 300)) return fault('malformed', detail);
  return undefined;
}

/** A request that ended at another path was sent on to the sign-in. */
function isElsewhere(url: string): boolean {
  return isAddress(url) && !isAnalyticsPath(new URL(url).pathname);
}
