/** Whether a playlist's key is for players that answer to somebody else than the seller. */
export const isLocked = (playlist: string): boolean =>
  /^#EXT-X-KEY:(?=.*(?:METHOD=SAMPLE-AES|KEYFORMAT="(?!identity")))/m.test(playlist);
