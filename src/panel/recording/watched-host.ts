import { type PlayTrouble, refusalOf } from '../replay/trouble.ts';

/** Asks a host on behalf of another reader, and remembers what came of it. */
export interface WatchedHost {
  readonly fetch: typeof fetch;
  /** What was the matter the last time; undefined where it answered. */
  readonly trouble: () => PlayTrouble | undefined;
  /** How often nothing came since the last bytes did. */
  readonly inVain: () => number;
}

/** A host that sends nothing for so long is given up. */
const PATIENCE_MS = 20_000;

/**
 * @param mostWhole of a file that isn't sent by parts no more than this can be read, in bytes
 */
export function watchedHost(
  url: string,
  mostWhole: number,
  fetching: typeof fetch = fetch,
): WatchedHost {
  const unreached: PlayTrouble = { kind: 'unreached', hosts: [new URL(url).hostname] };
  let trouble: PlayTrouble | undefined;
  let inVain = 0;
  return {
    trouble: () => trouble,
    inVain: () => inVain,
    fetch: async (input, init) => {
      const patience = new AbortController();
      const given = init?.signal;
      const signal =
        given === undefined || given === null
          ? patience.signal
          : AbortSignal.any([given, patience.signal]);
      /** Waits for something of the host, but not for ever. */
      const heard = async <T>(coming: Promise<T>): Promise<T> => {
        const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
        try {
          return await coming;
        } catch (error) {
          // What the reader itself no longer wants is no fault of the host.
          if (given?.aborted !== true) {
            trouble = unreached;
            inVain += 1;
          }
          throw error;
        } finally {
          clearTimeout(timer);
        }
      };
      const response = await heard(fetching(input, { ...init, signal }));
      trouble = response.ok ? undefined : (refusalOf(response.status) ?? unreached);
      if (response.status === 200 && sizeOf(response) > mostWhole) trouble = { kind: 'too-large' };
      if (trouble !== undefined) {
        patience.abort();
        return response.ok ? new Response(null, { status: 413 }) : response;
      }
      const reader = response.body?.getReader();
      if (reader === undefined) return response;
      const body = new ReadableStream<Uint8Array>({
        pull: async (controller) => {
          const { done, value } = await heard(reader.read());
          if (done) return controller.close();
          inVain = 0;
          controller.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
      });
      // A response made anew wouldn't tell where it is from.
      return Object.defineProperty(response, 'body', { value: body });
    },
  };
}

/** What a host says that it sends; 0 where it doesn't. */
const sizeOf = ({ headers }: Response): number => Number(headers.get('content-length') ?? 0);
