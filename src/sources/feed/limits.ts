/**
 * What a feed may hold at most; whatever is larger is refused unread. A client counts bytes while it
 * downloads and stops at these.
 */
export const limits = {
  indexBytes: 2 * 1024 * 1024,
  sliceBytes: 1024 * 1024,
  slices: 10_000,
  metrics: 200,
  rooms: 50,
  clips: 20,
  /** Days that a slice looks back. */
  window: 366,
  name: 80,
  publisher: 120,
  title: 300,
  creator: 100,
  address: 2_000,
  path: 200,
} as const;
