import type * as v from 'valibot';

/** Stands for the type of an answer, which is our own and is not checked; holds nothing. */
export interface ReplyOf<R> {
  readonly type?: () => R;
}
export const reply = <R>(): ReplyOf<R> => ({});

/** What each verb of a group is answered with. */
export type RepliesOf<Group extends Readonly<Record<string, { readonly reply: unknown }>>> = {
  readonly [V in keyof Group]: Group[V]['reply'] extends ReplyOf<infer R> ? R : never;
};

/** A message to the worker. */
export interface VerbDefinition<Request extends v.GenericSchema, R, Idempotent extends boolean> {
  /** Content scripts on supported hosts, or the extension's own pages. */
  readonly from: 'page' | 'panel';
  /** What it carries; checked before the handler sees it. */
  readonly request: Request;
  readonly reply: ReplyOf<R>;
  /** Whether it may be sent twice without harm, so that a worker killed in between still answers. */
  readonly idempotent: Idempotent;
}

export const defineVerb = <Request extends v.GenericSchema, R, const Idempotent extends boolean>(
  definition: VerbDefinition<Request, R, Idempotent>,
): VerbDefinition<Request, R, Idempotent> => definition;
