import type { Pinned } from './pinned.ts';

/** What the seller looks for on the board; an empty string is any. */
export interface BoardFilter {
  readonly search: string;
  readonly factor: string;
  readonly status: string;
  readonly tag: string;
  readonly kind: string;
}

/** How factors are called in the reader's language. */
export interface FactorNames {
  readonly factorName: (id: string) => string;
  readonly locale: string;
}

export const anything: BoardFilter = { search: '', factor: '', status: '', tag: '', kind: '' };

export const isAnything = (wanted: BoardFilter): boolean =>
  Object.values(wanted).every((value) => value.trim() === '');

/** The things that are looked for, in the board's order: every word searched for stands somewhere in it. */
export function found(
  pinned: readonly Pinned[],
  wanted: BoardFilter,
  names: FactorNames,
): readonly Pinned[] {
  if (isAnything(wanted)) return pinned;
  const plain = (text: string): string =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(names.locale);
  const parts = plain(wanted.search)
    .split(/\s+/)
    .filter((part) => part !== '');
  return pinned.filter((one) => {
    if (wanted.factor !== '' && one.factor !== wanted.factor) return false;
    if (wanted.status !== '' && one.status !== wanted.status) return false;
    if (wanted.tag !== '' && !one.tags.includes(wanted.tag)) return false;
    if (wanted.kind !== '' && one.kind !== wanted.kind) return false;
    if (parts.length === 0) return true;
    const { title = '', creator = '', room } = one.room;
    const factor = one.factor === undefined ? '' : names.factorName(one.factor);
    const text = plain([title, creator, room, factor, one.note, ...one.tags].join('\n'));
    return parts.every((part) => text.includes(part));
  });
}

/** The tags in use, most used first. */
export function tagsOf(pinned: readonly Pinned[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of pinned.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort(([one, many], [other, more]) => more - many || one.localeCompare(other))
    .map(([tag]) => tag);
}

/** The factors that something is pinned of, by name. */
export function factorsOf(
  pinned: readonly Pinned[],
  names: FactorNames,
): readonly { readonly id: string; readonly name: string }[] {
  const ids = new Set(pinned.flatMap(({ factor }) => (factor === undefined ? [] : [factor])));
  return [...ids]
    .map((id) => ({ id, name: names.factorName(id) }))
    .sort((one, other) => one.name.localeCompare(other.name, names.locale));
}

/** The tags with one more, as it is written; undefined where it is there already or is none. */
export function withTag(tags: readonly string[], typed: string): string[] | undefined {
  const tag = typed.trim().replace(/\s+/g, ' ').replace(/^#/, '').slice(0, 40).trim();
  const same = (one: string): boolean => one.toLowerCase() === tag.toLowerCase();
  return tag === '' || tags.some(same) ? undefined : [...tags, tag];
}
