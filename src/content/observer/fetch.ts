import { MAX_BODY } from '../../platform/observed.ts';
import { analyticsAddress } from '../analytics-address.ts';
import { type Hearing, hear } from './hear.ts';
import { readText } from './read-text.ts';

/** The native class, whatever the page later puts in its place. */
const NativeRequest = globalThis.Request;

/**
 * Hears the answers of analytics requests made by `fetch`. The page gets the very promise and response
 * it would have got; only the response's body is split before the page can read it. A proxy keeps
 * the function's name, length and native text.
 */
export function observeFetch(
  scope: Pick<typeof globalThis, 'fetch'>,
  rest: AbortSignal,
  hearing: Hearing,
): void {
  scope.fetch = new Proxy(scope.fetch, {
    apply(native, self: unknown, call: Parameters<typeof fetch>) {
      const asked = rest.aborted ? undefined : question(call);
      const answer: Promise<Response> = Reflect.apply(native, self, call);
      if (asked !== undefined) follow(answer, asked, hearing);
      return answer;
    },
  });
}

interface Question {
  readonly url: string;
  readonly request: string | undefined | Promise<string | undefined>;
}

function question([input, init]: Parameters<typeof fetch>): Question | undefined {
  try {
    const address = addressOf(input);
    const url = address === undefined ? undefined : analyticsAddress(address, document.baseURI);
    return url === undefined ? undefined : { url, request: bodyOf(input, init) };
  } catch {
    return undefined;
  }
}

function addressOf(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  if (input instanceof URL) return input.href;
  return input instanceof NativeRequest ? input.url : undefined;
}

function bodyOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): string | undefined | Promise<string | undefined> {
  if (typeof init?.body === 'string') return init.body;
  if (init?.body != null || !(input instanceof NativeRequest)) return undefined;
  // Split now: the native function locks the request's body.
  return input
    .clone()
    .text()
    .catch(() => undefined);
}

function follow(answer: Promise<Response>, { url, request }: Question, hearing: Hearing): void {
  try {
    answer.then(
      (response) => {
        try {
          if (!hearing.wants(url)) return;
          const { status } = response;
          void hear(hearing, { url, request, status, body: readText(response, MAX_BODY) });
        } catch {
          // A response that can't be split stays the page's alone.
        }
      },
      () => undefined,
    );
  } catch {
    // Another script answers with something that is no promise.
  }
}
