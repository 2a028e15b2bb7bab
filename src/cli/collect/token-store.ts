import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeWhole } from './whole-file.ts';

const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));

const TokensSchema = v.object({
  accessToken: secret,
  refreshToken: secret,
  /** TikTok's cipher of the shop, which its questions need. */
  cipher: secret,
});
export type StoredTokens = v.InferOutput<typeof TokensSchema>;

/** The tokens of a shop; undefined where there are none that can be read. */
export function readTokens(folder: string, shop: string): StoredTokens | undefined {
  try {
    const read = v.safeParse(TokensSchema, JSON.parse(readFileSync(pathOf(folder, shop), 'utf8')));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the tokens of a shop, readable by their owner alone. A refresh ends the old ones: they are kept at once. */
export function keepTokens(folder: string, shop: string, tokens: StoredTokens): void {
  writeWhole(pathOf(folder, shop), `${JSON.stringify(tokens)}\n`, 0o600);
}

const pathOf = (folder: string, shop: string): string => join(folder, `${shop}.json`);
