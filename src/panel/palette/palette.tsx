import { useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { useEffect, useId, useLayoutEffect } from 'preact/hooks';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import type { MenuItem } from '../design/menu.tsx';
import { nextPlace } from '../design/next-place.ts';
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
  const id = useId();
  const typed = useSignal('');
  const active = useSignal(0);
  const found = useFound(typed.value);
  useEffect(() => {
    // So that the first letter finds what the worker has read by then.
    void app.ports.ask('room.find', { which: app.which(), typed: '' });
  }, [app]);
  const isLooking = typed.value.trim() !== '' && found?.typed !== typed.value;
  const entries = entriesOf(app, actions, words, found);
  const groups = grouped(search(typed.value, entries), typed.value.trim() === '');
  const shown = groups.flatMap(({ members }) => members);
  const optionId = (place: number): string => `${id}-${place}`;
  useLayoutEffect(() => {
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }, [active.value]);
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    // Closed first: a window that closes gives the focus back, and the place gone to must keep it.
    onClose();
    requestAnimationFrame(entry.run);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(shown[active.value]);
      return;
    }
    if (event.key === 'Home' || event.key === 'End') return;
    const next = nextPlace(event.key, active.value, shown.length);
    if (next === undefined) return;
    event.preventDefault();
    active.value = next;
  };
  return (
    <Dialog title={t('palette_title')} onClose={onClose}>
      <div class="palette">
        <label>
          <VisuallyHidden>{t('palette_field')}</VisuallyHidden>
          <input
            type="text"
            role="combobox"
            class="palette-field"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown.length > 0 ? optionId(active.value) : undefined}
            autocomplete="off"
            autofocus
            spellcheck={false}
            placeholder={t('palette_field')}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              active.value = 0;
            }}
            onKeyDown={press}
          />
        </label>
        <div class="palette-list" id={`${id}-list`} role="listbox" aria-label={t('palette_title')}>
          {groups.map(({ kind, members, first, more }) => (
            <Fragment key={kind}>
              <p class="palette-kind" aria-hidden="true">
                {t(entryKinds[kind])}
                {more > 0 && (
                  <span>{t('palette_more', { count: { kind: 'count', value: more } })}</span>
                )}
              </p>
              {members.map((entry, place) => (
                <div
                  key={entry.id}
                  id={optionId(first + place)}
                  class="palette-entry"
                  role="option"
                  tabIndex={-1}
                  aria-selected={active.value === first + place}
                  onClick={() => choose(entry)}
                  onKeyDown={press}
                >
                  <span class="clip-text">
                    {entry.name}
                    <VisuallyHidden>, {t(entryKinds[kind])}</VisuallyHidden>
                  </span>
                  {entry.note !== undefined && <small class="clip-text">{entry.note}</small>}
                </div>
              ))}
            </Fragment>
          ))}
        </div>
        {shown.length === 0 && !isLooking && <p class="palette-none">{t('palette_none')}</p>}
        <span role="status">
          <VisuallyHidden>
            {typed.value !== '' &&
              t('palette_found', { count: { kind: 'count', value: shown.length } })}
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
