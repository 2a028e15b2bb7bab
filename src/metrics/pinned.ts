import * as v from 'valibot';
import { BenchmarkRoomSchema, ClipSchema } from './category-slice.ts';
import { RoomIdSchema } from './ids.ts';
import { SecondsSchema, UnixMsSchema, UnixSecondsSchema } from './time.ts';

export const PinnedIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PinnedId'));
/** A thing on the board. */
export type PinnedId = v.InferOutput<typeof PinnedIdSchema>;

/** Makes an order key between two others; see the package fractional-indexing. */
export const RankSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,200}$/), v.brand('Rank'));
export type Rank = v.InferOutput<typeof RankSchema>;

const TagSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));

/** What the seller may change of a pinned thing. */
const mutable = {
  rank: RankSchema,
  tags: v.pipe(v.array(TagSchema), v.maxLength(20)),
  note: v.pipe(v.string(), v.maxLength(4_000)),
  status: v.picklist(['to-try', 'tried']),
};

const common = {
  id: PinnedIdSchema,
  pinnedAt: UnixMsSchema,
  /** The factor by which the board finds it. */
  factor: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/))),
  /** A small picture of its own (a data address), which outlives the address it came from. */
  picture: v.optional(v.pipe(v.string(), v.startsWith('data:image/'), v.maxLength(60_000))),
  simulated: v.optional(v.boolean()),
  ...mutable,
};

/**
 * A thing on the board, kept for good with all that it needs to be shown: a clip of a benchmark LIVE,
 * a moment of one's own replay, or a factor as a LIVE's diagnosis found it.
 */
export const PinnedSchema = v.variant('kind', [
  v.object({
    kind: v.literal('clip'),
    ...common,
    /** The name of the feed that it came from; absent for one's own LIVEs. */
    feed: v.optional(v.string()),
    room: BenchmarkRoomSchema,
    clip: ClipSchema,
  }),
  v.object({
    kind: v.literal('moment'),
    ...common,
    room: BenchmarkRoomSchema,
    /** Seconds from the recording's start. */
    at: SecondsSchema,
    url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
    expiresAt: v.optional(UnixSecondsSchema),
  }),
  v.object({
    kind: v.literal('factor'),
    ...common,
    factor: common.factor.wrapped,
    room: RoomIdSchema,
    /** Money per hour that its step could bring when it was pinned, with its 90 % interval. */
    money: v.optional(
      v.object({
        value: v.pipe(v.number(), v.finite()),
        low: v.optional(v.pipe(v.number(), v.finite())),
        high: v.optional(v.pipe(v.number(), v.finite())),
        currency: v.optional(v.string()),
      }),
    ),
  }),
]);
export type Pinned = v.InferOutput<typeof PinnedSchema>;

/** A change to a pinned thing; what isn't named stays as it is. */
export const PinnedPatchSchema = v.partial(v.object(mutable));
export type PinnedPatch = v.InferOutput<typeof PinnedPatchSchema>;
