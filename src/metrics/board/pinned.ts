import * as v from 'valibot';
import { BenchmarkRoomSchema, ClipSchema } from '../feed/category-slice.ts';
import { recordingFields } from '../live/recording.ts';
import { MetricIdSchema } from '../metric-id.ts';
import { SecondsSchema, UnixMsSchema, UnixSecondsSchema, ZoneSchema } from '../time.ts';

export const PinnedIdSchema = v.pipe(v.string(), v.uuid(), v.brand('PinnedId'));
/** A thing on the board. It follows from what was pinned, so that no two panels pin the same thing twice. */
export type PinnedId = v.InferOutput<typeof PinnedIdSchema>;

/** Makes an order key between two others; see the package fractional-indexing. */
export const RankSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,200}$/), v.brand('Rank'));
export type Rank = v.InferOutput<typeof RankSchema>;

const TagSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));

/** A small picture of its own (a data address), which outlives the address that it came from. */
export const PictureSchema = v.pipe(
  v.string(),
  v.regex(/^data:image\/(jpeg|png|webp|gif|svg\+xml)[;,]/),
  v.maxLength(60_000),
  v.brand('Picture'),
);
export type Picture = v.InferOutput<typeof PictureSchema>;

/** Characters that a note may have. */
export const NOTE_LENGTH = 4_000;
/** Tags that a pinned thing may have. */
export const MOST_TAGS = 20;

/** What the seller may change of a pinned thing. */
const mutable = {
  rank: RankSchema,
  tags: v.pipe(v.array(TagSchema), v.maxLength(MOST_TAGS)),
  note: v.pipe(v.string(), v.maxLength(NOTE_LENGTH)),
  status: v.picklist(['to-try', 'tried']),
};

const FactorIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/));

const common = {
  id: PinnedIdSchema,
  pinnedAt: UnixMsSchema,
  /** The factor by which the board finds it. */
  factor: v.optional(FactorIdSchema),
  simulated: v.optional(v.boolean()),
  ...mutable,
};

/** The LIVE that something was pinned from, as it stood then; its picture is kept apart, by the LIVE. */
const PinnedRoomSchema = v.object({
  ...v.omit(BenchmarkRoomSchema, ['clips']).entries,
  startedAt: v.optional(UnixSecondsSchema),
  endedAt: v.optional(UnixSecondsSchema),
  zone: v.optional(ZoneSchema),
});
export type PinnedRoom = v.InferOutput<typeof PinnedRoomSchema>;

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
    room: PinnedRoomSchema,
    clip: ClipSchema,
  }),
  v.object({
    kind: v.literal('moment'),
    ...common,
    room: PinnedRoomSchema,
    /** Seconds from the recording's start; without an end it is a moment, not a stretch. */
    at: SecondsSchema,
    to: v.optional(SecondsSchema),
    ...recordingFields,
  }),
  v.object({
    kind: v.literal('factor'),
    ...common,
    factor: FactorIdSchema,
    room: PinnedRoomSchema,
    /** The metric of the step that it is or explains; its level stands among the LIVE's figures. */
    metric: v.optional(MetricIdSchema),
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
const PinnedPatchSchema = v.partial(v.object(mutable));
export type PinnedPatch = v.InferOutput<typeof PinnedPatchSchema>;

/** The note that a change to it began from; where another one stands by then, it is not written over. */
const PinnedBaseSchema = v.object({ note: mutable.note });
export type PinnedBase = v.InferOutput<typeof PinnedBaseSchema>;

/** A change to a pinned thing, and to which. */
export const PinnedChangeSchema = v.object({
  id: PinnedIdSchema,
  patch: PinnedPatchSchema,
  began: v.optional(PinnedBaseSchema),
});
