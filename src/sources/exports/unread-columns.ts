import type { Text } from '../../metrics/text.ts';
import type { SheetLives } from './rows-to-lives.ts';

/** What is said of columns that weren't read: the ones whose meaning the rows don't tell, and the ones that nobody knows. */
export function unreadColumns({
  undecided,
  unread,
}: Pick<SheetLives, 'undecided' | 'unread'>): readonly Text[] {
  const named = (key: Text['key'], heads: readonly string[]): readonly Text[] =>
    heads.length === 0
      ? []
      : [{ key, values: { columns: { kind: 'text', text: heads.join(', ') } } }];
  return [
    ...named('import_columns_undecided', undecided),
    ...named('import_columns_unknown', unread),
  ];
}
