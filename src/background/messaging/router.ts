import * as v from 'valibot';
import { faultOfStorage } from '../../archive/storage-error.ts';
import { failed, fault, type Result } from '../../metrics/fault.ts';
import type { Runtime } from '../../platform/browser.ts';
import { type ParsedRequest, type Replies, type Verb, verbs } from '../../platform/protocol.ts';
import { readSender, type Sender } from './sender.ts';

/** Answers one verb. May throw a StorageError: the router answers with its fault. */
type Handler<V extends Verb> = (
  request: ParsedRequest<V>,
  sender: Sender,
) => Promise<Result<Replies[V]>>;

/** The handlers of one file of definitions, `typeof planVerbs` for instance. */
export type HandlersOf<Group> = { readonly [V in keyof Group & Verb]: Handler<V> };
export type Handlers = { readonly [V in Verb]: Handler<V> };

const EnvelopeSchema = v.object({
  app: v.literal('live-diagnosis'),
  verb: v.string(),
  request: v.unknown(),
});

/**
 * Answers a message to the worker. Undefined, at once, for what isn't one of ours. Else a promise
 * that always resolves to a Result: `bad-message` for a verb, sender or request that isn't allowed.
 */
export function route(
  message: unknown,
  from: Runtime.MessageSender,
  handlers: Handlers,
): Promise<Result<unknown>> | undefined {
  const envelope = v.safeParse(EnvelopeSchema, message);
  if (!envelope.success) return undefined;
  const { verb, request } = envelope.output;
  const sender = readSender(from);
  if (!isVerb(verb)) return refuse(`no verb ${verb}`);
  if (sender?.from !== verbs[verb].from) return refuse(`${verb} from ${sender?.from ?? 'outside'}`);
  return answer(verb, request, sender, handlers);
}

async function answer<V extends Verb>(
  verb: V,
  request: unknown,
  sender: Sender,
  handlers: Handlers,
): Promise<Result<unknown>> {
  const schema: (typeof verbs)[V]['request'] = verbs[verb].request;
  const parsed = v.safeParse(schema, request);
  if (!parsed.success) return refuse(`${verb}: ${parsed.issues[0].message}`);
  try {
    return await handlers[verb](parsed.output, sender);
  } catch (error) {
    return failed(faultOfStorage(error));
  }
}

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(verbs, verb);
}

async function refuse(detail: string): Promise<Result<never>> {
  return failed(fault('bad-message', detail));
}
