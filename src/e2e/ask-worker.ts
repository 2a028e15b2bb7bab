import * as v from 'valibot';
import type { Request, Verb } from '../platform/protocol.ts';
import { askArchive } from './panel-archive.ts';
import type { View } from './panel-view.ts';

/** Asks the worker for something as another panel would, and answers its reply; throws when it refuses. */
export async function askWorker<V extends Verb>(
  view: View,
  verb: V,
  request: Request<V>,
): Promise<unknown> {
  const reply = await askArchive(view, verb, request);
  if (v.is(v.object({ ok: v.literal(true) }), reply)) return reply;
  throw new Error(`The worker refused ${verb}: ${JSON.stringify(reply)}`);
}
