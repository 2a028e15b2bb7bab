import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader finds the old one or the new one, never a part; the folders above it
 * are made. Only its owner may read it where `mode` says so.
 */
export function writeWhole(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true, mode: mode === 0o600 ? 0o700 : 0o755 });
  const beside = `${path}.part`;
  writeFileSync(beside, text, { mode, flush: true });
  renameSync(beside, path);
}
