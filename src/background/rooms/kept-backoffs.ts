import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
import { UnixMsSchema } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';

/** Why an endpoint isn't asked again before a time: it failed, or it had nothing to say. */
const BackoffSchema = v.object({ until: UnixMsSchema, failed: v.boolean() });
export type Backoff = v.InferOutput<typeof BackoffSchema>;
/** By endpoint. */
export type Backoffs = Readonly<Record<string, Backoff>>;

const BackoffsSchema = v.record(v.string(), BackoffSchema);
const PREFIX = 'backoff:';
const keyOf = (room: RoomId): string => PREFIX + room;

/** The endpoints of a room that are left alone for now; kept while the browser runs, past the worker's end. */
export async function readBackoffs(room: RoomId): Promise<Backoffs> {
  const key = keyOf(room);
  const stored = await browser.storage.session.get(key);
  const read = v.safeParse(BackoffsSchema, stored[key]);
  return read.success ? read.output : {};
}

/** Remembers which endpoints of a room to leave alone, in place of those remembered before. */
export async function keepBackoffs(room: RoomId, backoffs: Backoffs): Promise<void> {
  if (Object.keys(backoffs).length === 0) await browser.storage.session.remove(keyOf(room));
  else await browser.storage.session.set({ [keyOf(room)]: backoffs });
}

/** Leaves no endpoint of any room alone any longer. */
export async function clearBackoffs(): Promise<void> {
  const stored = Object.keys(await browser.storage.session.get());
  await browser.storage.session.remove(stored.filter((key) => key.startsWith(PREFIX)));
}
