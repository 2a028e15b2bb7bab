import {
  closeSync,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { flushFolder, makeFolder } from '../whole-file.ts';

const LONGEST_SECRET = 4000;
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_SECRET));

const TokensSchema = v.object({
  accessToken: secret,
  refreshToken: secret,
  /** TikTok's cipher of the shop, which its questions need. */
  cipher: secret,
});
export type StoredTokens = v.InferOutput<typeof TokensSchema>;

/** Room that was made for a shop's next tokens. */
export interface TokenKeeping {
  /** Keeps them in place of those before. */
  readonly keep: (tokens: StoredTokens) => void;
  /** None came. */
  readonly drop: () => void;
}

/**
 * The tokens of a shop; undefined where there are none that can be read. Those that a run had written but not put in
 * their place when it was killed are put there first.
 */
export function readTokens(folder: string, shop: string): StoredTokens | undefined {
  const [path, next] = [pathOf(folder, shop), nextOf(folder, shop)];
  const written = tokensIn(next);
  if (written !== undefined && timeOf(next) >= timeOf(path)) {
    renameSync(next, path);
    flushFolder(folder);
    return written;
  }
  return tokensIn(path);
}

/**
 * Makes room for a shop's next tokens, readable by their owner alone, before TikTok is asked for them: a refresh may
 * end the old ones, and then a folder that can't be written or a full disk would lose the shop. What is left to lose
 * is what comes when the run is killed between TikTok's answer and one write. Throws where room can't be made.
 */
export function makeRoomForTokens(folder: string, shop: string): TokenKeeping {
  makeFolder(folder, 0o700);
  const [path, next] = [pathOf(folder, shop), nextOf(folder, shop)];
  inFile(next, 'w', (file) => {
    fchmodSync(file, 0o600);
    writeSync(file, ' '.repeat(ROOM));
  });
  flushFolder(folder);
  return {
    keep(tokens) {
      const text = Buffer.from(`${JSON.stringify(tokens)}\n`);
      inFile(next, 'r+', (file) => {
        writeSync(file, text, 0, text.length, 0);
        ftruncateSync(file, text.length);
      });
      renameSync(next, path);
      flushFolder(folder);
    },
    drop: () => rmSync(next, { force: true }),
  };
}

/** Bytes that hold any tokens: a letter of a secret takes six at most when it is written as JSON. */
const ROOM = 3 * 6 * LONGEST_SECRET + 100;

const pathOf = (folder: string, shop: string): string => join(folder, `${shop}.json`);
const nextOf = (folder: string, shop: string): string => join(folder, `${shop}.json.next`);

function tokensIn(path: string): StoredTokens | undefined {
  try {
    const read = v.safeParse(TokensSchema, JSON.parse(readFileSync(path, 'utf8')));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function inFile(path: string, flags: 'w' | 'r+', work: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    work(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
