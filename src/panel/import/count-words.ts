import type { ImportPreview } from '../../metrics/imports.ts';
import type { I18n } from '../design/i18n.ts';

const keys = {
  new: 'import_count_new',
  updated: 'import_count_updated',
  same: 'import_count_same',
  twice: 'import_count_twice',
} as const satisfies Record<ImportPreview['state'], string>;

/** How many LIVEs are of each state, in one line ("3 new · 2 updated"); what there is none of goes unsaid. */
export function countWords(
  counts: Readonly<Partial<Record<ImportPreview['state'], number>>>,
  { t }: I18n,
): string {
  return (['new', 'updated', 'same', 'twice'] as const)
    .flatMap((state) => {
      const value = counts[state] ?? 0;
      const text = t(keys[state], { count: { kind: 'count', value } });
      // A number stays on the line of its word.
      return value === 0 ? [] : [text.replaceAll(' ', '\u00a0')];
    })
    .join(' · ');
}
