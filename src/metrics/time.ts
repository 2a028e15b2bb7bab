import * as v from 'valibot';

/** A UTC instant in seconds since 1970, as Seller Center answers it. */
export const UnixSecondsSchema = v.pipe(v.number(), v.finite(), v.brand('UnixSeconds'));
export type UnixSeconds = v.InferOutput<typeof UnixSecondsSchema>;

/** A UTC instant in milliseconds since 1970, as browsers measure it. */
export const UnixMsSchema = v.pipe(v.number(), v.finite(), v.brand('UnixMs'));
export type UnixMs = v.InferOutput<typeof UnixMsSchema>;

/** A length of time in seconds. */
export const SecondsSchema = v.pipe(v.number(), v.finite(), v.brand('Seconds'));
export type Seconds = v.InferOutput<typeof SecondsSchema>;

// Every interval of every series passes here: a schema is run only to say what is wrong.
const isInstant = (value: number): value is UnixSeconds => Number.isFinite(value);
const isInstantMs = (value: number): value is UnixMs => Number.isFinite(value);
const isLength = (value: number): value is Seconds => Number.isFinite(value);

export const unixSeconds = (value: number): UnixSeconds =>
  isInstant(value) ? value : v.parse(UnixSecondsSchema, value);
export const unixMs = (value: number): UnixMs =>
  isInstantMs(value) ? value : v.parse(UnixMsSchema, value);
export const seconds = (value: number): Seconds =>
  isLength(value) ? value : v.parse(SecondsSchema, value);
export const toMs = (at: UnixSeconds): UnixMs => unixMs(at * 1000);

export const MINUTE_SECONDS = 60;
export const HOUR_SECONDS = 60 * MINUTE_SECONDS;
export const DAY_SECONDS = 24 * HOUR_SECONDS;
export const MINUTE_MS = 1000 * MINUTE_SECONDS;
export const HOUR_MS = 1000 * HOUR_SECONDS;
export const DAY_MS = 1000 * DAY_SECONDS;

/** The shop's zone beside an instant: offset from UTC, and the name when the answer gave an IANA one. */
export const ZoneSchema = v.object({
  offset: SecondsSchema,
  name: v.optional(v.string()),
});
export type Zone = v.InferOutput<typeof ZoneSchema>;

const UTC_MINUS_8_MS = -8 * HOUR_MS;

/**
 * When a LIVE's figures are final: T-2 with days cut at UTC-8, so the figures of the day in which
 * the LIVE ended are complete when the second day after it begins. Source: TikTok's LIVE Diagnosis page, "T-2, UTC-8".
 */
export function finalAt(endedAt: UnixSeconds): UnixMs {
  const local = endedAt * 1000 + UTC_MINUS_8_MS;
  const dayStart = Math.floor(local / DAY_MS) * DAY_MS;
  return unixMs(dayStart + 2 * DAY_MS - UTC_MINUS_8_MS);
}
