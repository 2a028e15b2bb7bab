import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ImportRecord } from '../../metrics/imports.ts';
import { newestZone } from '../../metrics/live/shop-zone.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { formatInstant } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import type { ImportStore } from '../state/import-store.ts';
import { countWords } from './count-words.ts';
import { useUndo } from './use-undo.ts';

/** The last imports, each with the way back; nothing where there was none. */
export function EarlierImports({ store }: { store: ImportStore }): JSX.Element | null {
  const { t } = useI18n();
  useEffect(() => void store.readEarlier(), [store]);
  const records = store.earlier.value ?? [];
  if (records.length === 0) return null;
  return (
    <section class="import-earlier" aria-label={t('import_earlier')}>
      <h4>{t('import_earlier')}</h4>
      <ul>
        {records.map((record) => (
          <EarlierImport key={record.id} store={store} record={record} />
        ))}
      </ul>
    </section>
  );
}

function EarlierImport({
  store,
  record,
}: {
  store: ImportStore;
  record: ImportRecord;
}): JSX.Element {
  const words = useI18n();
  const { t, locale } = words;
  const undo = useUndo(store);
  // The button that had the focus goes with the undoing.
  const pressed = useRef(false);
  const outcome = useRef<HTMLParagraphElement>(null);
  const { id, at, files, added, updated, same, undone } = record;
  const zone = newestZone(useApp().list.view.value.rooms);
  const when = formatInstant(at, zone && zoneAt(at, zone), locale, 'both');
  useLayoutEffect(() => {
    if (pressed.current) outcome.current?.focus();
  }, [undone]);
  const said = { at: { kind: 'text', text: when } } as const;
  return (
    <li>
      <div>
        <b>{when}</b>
        <p class="small quiet import-names">{files.map(({ name }) => name).join(', ')}</p>
        <p class="small quiet">{countWords({ new: added, updated, same }, words)}</p>
        {undone !== undefined && (
          <p ref={outcome} tabIndex={-1} class="small import-outcome" role="status">
            {undone.kept === 0
              ? t('import_undone')
              : t('import_undone_kept', { count: { kind: 'count', value: undone.kept } })}
          </p>
        )}
      </div>
      {undone === undefined && (
        <Button
          aria-label={t('import_undo_of', said)}
          disabled={store.undoing.value !== undefined}
          onClick={() => {
            pressed.current = true;
            void undo(id);
          }}
        >
          {t(store.undoing.value === id ? 'import_undoing' : 'import_undo')}
        </Button>
      )}
    </li>
  );
}
