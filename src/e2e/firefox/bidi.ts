import * as v from 'valibot';
import WebSocket from 'ws';
import { TEST_PATIENCE_MS } from '../wait-options.ts';

const MessageSchema = v.object({
  id: v.optional(v.nullable(v.number())),
  error: v.optional(v.string()),
  message: v.optional(v.string()),
  result: v.optional(v.unknown()),
});

/** What a browser answers to a command that it was given, by WebDriver BiDi. */
export interface Bidi {
  /** Gives a command. Rejects with the browser's own words where it can't follow it, or when it says nothing. */
  readonly send: (method: string, params: object) => Promise<unknown>;
  readonly close: () => void;
}

/** Connects to a browser that listens at an address. Events aren't subscribed to, so that only answers come. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: v.InferOutput<typeof MessageSchema>) => void>();
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  socket.on('message', (data) => {
    const message = v.parse(MessageSchema, JSON.parse(String(data)));
    if (typeof message.id === 'number') waiting.get(message.id)?.(message);
  });
  let last = 0;
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(id);
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`${method} was not answered.`));
        }, 2 * TEST_PATIENCE_MS);
        waiting.set(id, ({ error, message, result }) => {
          end();
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${error}: ${message ?? ''}`));
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}
