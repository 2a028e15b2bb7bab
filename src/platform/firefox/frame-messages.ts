import * as v from 'valibot';
import { keptScreenKeys } from '../kept-screen.ts';

const app = v.literal('live-diagnosis');

/** Optional permissions and hosts, as the browser's own calls name them. */
export const PermissionsSchema = v.object({
  permissions: v.exactOptional(v.array(v.literal('notifications'))),
  origins: v.exactOptional(v.array(v.string())),
});
export type AskedLeave = v.InferOutput<typeof PermissionsSchema>;

/** Storage keys that a docked panel may write: those of first screens. */
export const ScreenKey = v.picklist(keptScreenKeys);
export type ScreenKeyName = v.InferOutput<typeof ScreenKey>;

/** What a docked panel can't do itself in Firefox, and has the event page do. */
const FrameAskSchema = v.variant('do', [
  /** Answered with all permissions and hosts that are allowed. */
  v.object({ do: v.literal('permissions') }),
  /** Answered with whether these are allowed. */
  v.object({ do: v.literal('contains'), leave: PermissionsSchema }),
  /** Opens a tab that asks for them; what came of it is told later, under this id. */
  v.object({ do: v.literal('request'), leave: PermissionsSchema, id: v.string() }),
  /** The tab that asks says what came of it. */
  v.object({ do: v.literal('answered'), id: v.string(), granted: v.boolean() }),
  /** Answered with the number of the tab. */
  v.object({ do: v.literal('tab') }),
  /** Answered with what storage.session holds under the key. */
  v.object({ do: v.literal('read'), key: v.string() }),
  v.object({ do: v.literal('keep'), key: ScreenKey, value: v.unknown() }),
  v.object({ do: v.literal('drop'), key: ScreenKey }),
]);
export type FrameAsk = v.InferOutput<typeof FrameAskSchema>;

const FrameMessageSchema = v.object({ app, ask: FrameAskSchema });
export type FrameMessage = v.InferOutput<typeof FrameMessageSchema>;

/** What is asked in a message; undefined for every other message. */
export function frameAskIn(message: unknown): FrameAsk | undefined {
  const read = v.safeParse(FrameMessageSchema, message);
  return read.success ? read.output.ask : undefined;
}

/** What docked panels hear of the event page, as events of the browser don't reach them. */
const FrameNewsSchema = v.variant('of', [
  v.object({ of: v.literal('permissions') }),
  v.object({ of: v.literal('answer'), id: v.string(), granted: v.boolean() }),
  /** Something else stands in storage.session under the key; without a value, nothing. */
  v.object({ of: v.literal('session'), key: v.string(), value: v.optional(v.unknown()) }),
]);
export type FrameNews = v.InferOutput<typeof FrameNewsSchema>;

const FrameTellSchema = v.object({ app, heard: FrameNewsSchema });
export type FrameTell = v.InferOutput<typeof FrameTellSchema>;

/** What a message to docked panels says; undefined for every other message. */
export function frameNewsIn(message: unknown): FrameNews | undefined {
  const read = v.safeParse(FrameTellSchema, message);
  return read.success ? read.output.heard : undefined;
}
