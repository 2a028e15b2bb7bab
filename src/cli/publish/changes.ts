import type { TerminalKey, TerminalText } from '../text.ts';
import { nameOfSlice, type SliceRecord } from './published-record.ts';

/**
 * What became of the slices since the last time, a line each for those that came, went or changed, and how
 * many did.
 *
 * @param before what was published last; undefined at the first time
 */
export function changesBetween(
  before: readonly SliceRecord[] | undefined,
  now: readonly SliceRecord[],
): readonly TerminalText[] {
  const known = new Map(before?.map((slice) => [nameOfSlice(slice), slice]));
  const named = new Set(now.map(nameOfSlice));
  const added = now.filter((slice) => !known.has(nameOfSlice(slice)));
  const removed = (before ?? []).filter((slice) => !named.has(nameOfSlice(slice)));
  const changed = now.flatMap((slice) => {
    const old = known.get(nameOfSlice(slice));
    if (old === undefined) return [];
    if (old.figures !== slice.figures)
      return [line('cli_publish_figures_changed', slice, { before: count(old.lives) })];
    return old.rooms === slice.rooms ? [] : [line('cli_publish_rooms_changed', slice)];
  });
  return [
    {
      key: before === undefined ? 'cli_publish_first' : 'cli_publish_changes',
      values: {
        added: count(added.length),
        removed: count(removed.length),
        changed: count(changed.length),
        same: count(now.length - added.length - changed.length),
      },
    },
    ...added.map((slice) => line('cli_publish_added', slice)),
    ...removed.map((slice) => line('cli_publish_removed', slice)),
    ...changed,
  ];
}

function line(
  key: TerminalKey,
  slice: SliceRecord,
  values: TerminalText['values'] = {},
): TerminalText {
  const { lives, shops } = slice;
  const slice_ = { kind: 'text', text: nameOfSlice(slice) } as const;
  return { key, values: { slice: slice_, lives: count(lives), shops: count(shops), ...values } };
}

const count = (value: number) => ({ kind: 'count', value }) as const;
