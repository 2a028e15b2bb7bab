import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import type { ImportStore } from '../state/import-store.ts';
import type { ImportView } from '../state/import-view.ts';
import { countWords } from './count-words.ts';
import { StepHeading } from './step-heading.tsx';
import { useUndo } from './use-undo.ts';

type Done = Extract<ImportView, { readonly step: 'done' }>;

/** What was added, with the way back and the way to the latest LIVE of the files. */
export function DoneStep({
  store,
  view: { record, latest },
  onClose,
}: {
  store: ImportStore;
  view: Done;
  onClose: () => void;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const undo = useUndo(store);
  const { id, added, updated, same, undone } = record;
  // Where nothing was in view there is something to show now.
  useEffect(() => {
    if (latest !== undefined && app.room.view.peek().id === undefined) void app.open(latest);
  }, [app, latest]);
  if (undone !== undefined) {
    return (
      <>
        <StepHeading key="undone" text={t('import_undone_title')} />
        <p>
          {undone.kept === 0
            ? t('import_undone')
            : t('import_undone_kept', { count: { kind: 'count', value: undone.kept } })}
        </p>
        <div class="import-foot">
          <Button look="primary" onClick={onClose}>
            {t('panel_close')}
          </Button>
          <Button onClick={store.reset}>{t('import_more')}</Button>
        </div>
      </>
    );
  }
  const count = added + updated;
  return (
    <>
      <StepHeading
        key="done"
        text={
          count === 0
            ? t('import_done_none')
            : t('import_done', { count: { kind: 'count', value: count } })
        }
      />
      {/* Of new ones alone the heading has told. */}
      {updated + same > 0 && <p>{countWords({ new: added, updated, same }, words)}</p>}
      {count > 0 && <p class="quiet">{t('import_done_what')}</p>}
      <div class="import-foot">
        {latest !== undefined && (
          <Button
            look="primary"
            onClick={() => {
              app.touch();
              onClose();
              void app.open(latest);
            }}
          >
            {t('import_open_latest')}
          </Button>
        )}
        <Button disabled={store.undoing.value !== undefined} onClick={() => void undo(id)}>
          {t(store.undoing.value === undefined ? 'import_undo' : 'import_undoing')}
        </Button>
        <Button onClick={store.reset}>{t('import_more')}</Button>
      </div>
    </>
  );
}
