import * as v from 'valibot';
import { RoomIdSchema } from '../ids.ts';
import { SecondsSchema, UnixMsSchema } from '../time.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Seconds since the start of the LIVE, which are taken for those of its recording, as the player takes them. */
const ElapsedSchema = v.pipe(
  SecondsSchema,
  v.check((second) => second >= 0),
);
const LengthSchema = v.pipe(
  SecondsSchema,
  v.check((length) => length >= 0),
);

/** What was measured of one picture of a recording. */
const PictureMeasuresSchema = v.object({
  /** Of the LIVE. */
  second: ElapsedSchema,
  /** Mean luma inside the bars, 0 to 255. */
  light: v.pipe(v.number(), v.minValue(0), v.maxValue(255)),
  /** Share of pixels with red, green and blue at 250 or more. */
  highlights: share,
  /** 95th percentile of luma less the 5th. */
  contrast: notNegative,
  /** log2(blue / green) of the mid tones; null where it is too dark to tell. */
  cast: v.nullable(v.pipe(v.number(), v.finite())),
  /** Variance of the Laplacian at full size / (variance of luma + 25). */
  sharpness: notNegative,
  /** Share of the picture under dark flat bars. */
  bars: share,
  /** Share of the pixels whose luma, 96 px wide, changed by more than 12 since the picture before; null of the first. */
  moved: v.nullable(share),
  /** Faces in sight; null where none were looked for. */
  person: v.nullable(count),
});
export type PictureMeasures = v.InferOutput<typeof PictureMeasuresSchema>;

/** What was measured of one stretch of a recording's sound. */
const SoundMeasuresSchema = v.object({
  /** Of the LIVE, where the stretch begins. */
  second: ElapsedSchema,
  /** How much was heard. */
  seconds: LengthSchema,
  /** LUFS, gated as ITU-R BS.1770 says; null of silence. */
  loudness: v.nullable(v.pipe(v.number(), v.finite())),
  /** Runs of at least three samples at 0.985 of full scale or above. */
  clippedRuns: count,
  silentShare: share,
  speechShare: share,
  /** The longest stretch without speech. */
  longestPause: LengthSchema,
  /** Syllables a second of speech; null without enough of it. */
  tempo: v.nullable(notNegative),
});
export type SoundMeasures = v.InferOutput<typeof SoundMeasuresSchema>;

/** Why a part of a recording has no measures. */
const leftReasons = ['missing', 'too-large', 'unreadable'] as const;

/** A part of a recording that couldn't be read, in seconds of the LIVE. */
const LeftPartSchema = v.object({
  from: ElapsedSchema,
  to: ElapsedSchema,
  reason: v.picklist(leftReasons),
});
export type LeftPart = v.InferOutput<typeof LeftPartSchema>;

/** How often something of a recording is measured, in seconds of the recording. */
const SamplingPlanSchema = v.object({
  pictureEvery: LengthSchema,
  soundEvery: LengthSchema,
});
export type SamplingPlan = v.InferOutput<typeof SamplingPlanSchema>;

/** What was measured of the recording of a LIVE, one record a LIVE. */
export const RecordingMeasuresSchema = v.object({
  version: v.literal(1),
  room: RoomIdSchema,
  /** Read from where TikTok keeps the replay, or from a file of the seller's. */
  source: v.picklist(['replay', 'file']),
  readAt: UnixMsSchema,
  /** What was read of it so far. */
  bytes: count,
  plan: SamplingPlanSchema,
  /** Of the recording. */
  length: LengthSchema,
  /** From which second of the LIVE on moments may be off; null where nothing speaks for that. */
  unsureFrom: v.nullable(ElapsedSchema),
  /** In the order of seconds. */
  pictures: v.array(PictureMeasuresSchema),
  /** In the order of seconds. */
  sounds: v.array(SoundMeasuresSchema),
  /** Whether all that the plan asks for was read, or can't be. */
  complete: v.boolean(),
  left: v.array(LeftPartSchema),
});
export type RecordingMeasures = v.InferOutput<typeof RecordingMeasuresSchema>;
