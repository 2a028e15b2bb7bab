import * as v from 'valibot';

/** A version of the extension as its manifest says it: one to four whole numbers, such as 0.2.0. */
export const VersionSchema = v.pipe(v.string(), v.regex(/^\d+(\.\d+){0,3}$/));

/** storage.local key of the version whose news the seller has seen; an install begins with its own. */
export const VERSION_SEEN_KEY = 'versionSeen';

/** Whether a version came after another one; numbers that one of them lacks are zero. */
export function isNewerVersion(version: string, other: string): boolean {
  const [mine, its] = [version, other].map((one) => one.split('.').map(Number));
  const differs = [0, 1, 2, 3]
    .map((place) => (mine?.[place] ?? 0) - (its?.[place] ?? 0))
    .find((difference) => difference !== 0);
  return differs !== undefined && differs > 0;
}
