import { Fragment, type JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ComboboxOption, useCombobox } from '../design/combobox.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import type { MenuItem } from '../design/menu.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { useFound } from '../picker/use-found.ts';
import { useApp } from '../state/app.ts';
import { type Entry, type EntryKind, entriesOf, entryKinds } from './entries.ts';
import './palette.css';
import { search } from './search.ts';

/** Things shown of each kind; of LIVEs there are hundreds. */
const SHOWN = 6;

const order: readonly EntryKind[] = ['section', 'action', 'live', 'factor', 'metric', 'pinned'];

/** The command palette: what is typed finds LIVEs, factors, metrics, pins, sections and actions; Enter goes there. */
export function Palette({
  actions,
  onClose,
}: {
  actions: readonly MenuItem[];
  onClose: () => void;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const box = useCombobox({ isFixed: true });
  const { typed } = box;
  const found = useFound(typed);
  useEffect(() => {
    // So that the first letter finds what the worker has read by then.
    void app.ports.ask('room.find', { which: app.which(), typed: '' });
  }, [app]);
  const isLooking = typed.trim() !== '' && found?.typed !== typed;
  const entries = entriesOf(app, actions, words, found);
  const groups = grouped(search(typed, entries), typed.trim() === '');
  const shown = groups.flatMap(({ members }) => members);
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    // Closed first: a window that closes gives the focus back, and the place gone to must keep it.
    onClose();
    requestAnimationFrame(entry.run);
  };
  const parts = box.parts(shown.length, () => choose(shown[box.marked]));
  return (
    <Dialog title={t('palette_title')} onClose={onClose}>
      <div class="palette">
        <label>
          <VisuallyHidden>{t('palette_field')}</VisuallyHidden>
          <input
            {...parts.field}
            class="palette-field"
            autofocus
            placeholder={t('palette_field')}
            value={typed}
          />
        </label>
        <div class="palette-list" id={box.id} role="listbox" aria-label={t('palette_title')}>
          {groups.map(({ kind, members, first, more }) => (
            <Fragment key={kind}>
              <p class="palette-kind" aria-hidden="true">
                {t(entryKinds[kind])}
                {more > 0 && (
                  <span>{t('palette_more', { count: { kind: 'count', value: more } })}</span>
                )}
              </p>
              {members.map((entry, place) => (
                <ComboboxOption
                  key={entry.id}
                  parts={parts}
                  place={first + place}
                  class="palette-entry"
                  onTake={() => choose(entry)}
                >
                  <span class="clip-text">
                    {entry.name}
                    <VisuallyHidden>, {t(entryKinds[kind])}</VisuallyHidden>
                  </span>
                  {entry.note !== undefined && <small class="clip-text">{entry.note}</small>}
                </ComboboxOption>
              ))}
            </Fragment>
          ))}
        </div>
        {shown.length === 0 && !isLooking && <p class="palette-none">{t('palette_none')}</p>}
        <span role="status">
          <VisuallyHidden>
            {typed !== '' && t('palette_found', { count: { kind: 'count', value: shown.length } })}
          </VisuallyHidden>
        </span>
      </div>
    </Dialog>
  );
}

interface Group {
  readonly kind: EntryKind;
  readonly members: readonly Entry[];
  /** The place of the first member in the whole list. */
  readonly first: number;
  /** How many of the kind were found beyond those shown. */
  readonly more: number;
}

/** What was found by kind; the kind of the best find first, while nothing is typed in their own order. */
function grouped(found: readonly Entry[], untyped: boolean): readonly Group[] {
  const inOrder = untyped ? order : [...new Set(found.map(({ kind }) => kind))];
  let first = 0;
  return inOrder.flatMap((kind) => {
    const all = found.filter((one) => one.kind === kind);
    if (all.length === 0) return [];
    const members = all.slice(0, SHOWN);
    const group = { kind, members, first, more: all.length - members.length };
    first += members.length;
    return [group];
  });
}
