/**
 * The version that files of a feed carry. It rises when older readers could no longer read a file or
 * would read it wrongly; a field more is no such thing, since readers ignore what they don't know.
 */
export const FEED_VERSION = 2;

/** The oldest version that is still read. */
export const OLDEST_READ = 1;

/**
 * Until this day a feed is also written in version 1, for extensions that were not updated yet: 90 days
 * from the release of version 2.
 */
export const FIRST_VERSION_UNTIL = '2027-02-27';

/**
 * Metrics that changed their meaning with version 2: until then their names stood for a mean length of
 * watching over views or over viewers, by where it came from. They are neither read from version 1 nor
 * written into it.
 */
export const changedMetrics: readonly string[] = [
  'averageViewDuration',
  'averageViewDurationPerView',
];

/** One published form of the format, by the fingerprints of its JSON schemas. */
interface Release {
  readonly version: number;
  /** Counts the additions within a version. */
  readonly revision: number;
  readonly index: string;
  readonly slice: string;
}

/** Every form that was published, the newest last; rows are added, never changed. */
export const releases: readonly Release[] = [
  {
    version: 1,
    revision: 0,
    index: '586990f985f32458039ae3af10e38bbfef2efe697d2bb98b732c3a9dc4e5366f',
    slice: 'a8fdeeb51ca1f3148df705277858e49863d48d77e5f422a54beece844c694e0c',
  },
  {
    version: 2,
    revision: 0,
    index: 'e747a6cb244b0b45066ad24861a750a8040ecb27a7938f8d39df57faad3198d3',
    slice: '0d29e5ccfae90f346f3b14ffa0829950173a9dc9f0c4ad4ca371c61ab178e812',
  },
  {
    version: 2,
    revision: 1,
    index: '5cf4ce9dc40a3af83a383da59d6345d201be15c7fe58934f7a7e250bb5ac03b4',
    slice: '0d29e5ccfae90f346f3b14ffa0829950173a9dc9f0c4ad4ca371c61ab178e812',
  },
];
