import type { WorkingCopy } from './working-copy.ts';

/** Where the catalogue of metrics lies, one file a stage of the viewer's journey. */
export const CATALOGUE = 'src/metrics/catalogue';

/** The metrics of a working copy's catalogue, as their files name them. */
export function metricsIn(copy: WorkingCopy): readonly string[] {
  return copy
    .names(CATALOGUE)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...copy.read(`${CATALOGUE}/${file}`).matchAll(/^ {2}(\w+): \{$/gm)])
    .flatMap(([, name]) => name ?? []);
}
