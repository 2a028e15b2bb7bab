import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { ImportStore } from '../state/import-store.ts';
import type { ImportView } from '../state/import-view.ts';
import { LivesTable } from './lives-table.tsx';
import { changedRooms } from './preview.ts';
import { PreviewedFile } from './previewed-file.tsx';
import { StepHeading } from './step-heading.tsx';

type Preview = Extract<ImportView, { readonly step: 'preview' | 'adding' }>;

/** What the files hold and what would become of it; here, and nowhere before, the seller agrees. */
export function PreviewStep({
  store,
  view: { step, files, lives },
  onClose,
}: {
  store: ImportStore;
  view: Preview;
  onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const count = changedRooms(lives).size;
  const isAdding = step === 'adding';
  return (
    <>
      <div>
        <StepHeading text={t('import_preview_title')} />
        <p class="quiet">{t('import_preview_what')}</p>
      </div>
      {files.map((file) => (
        <PreviewedFile key={file.name} file={file} />
      ))}
      {lives.length > 0 && <LivesTable lives={lives} />}
      <div class="import-foot">
        {isAdding && <progress aria-label={t('import_adding')} />}
        {count > 0 ? (
          <Button look="primary" disabled={isAdding} onClick={() => void store.add()}>
            {t('import_add', { count: { kind: 'count', value: count } })}
          </Button>
        ) : (
          <>
            <p>{t(lives.length === 0 ? 'import_nothing_read' : 'import_nothing_new')}</p>
            <Button onClick={onClose}>{t('panel_close')}</Button>
          </>
        )}
        <Button disabled={isAdding} onClick={store.reset}>
          {t('import_back')}
        </Button>
        <span role="status" class="small quiet">
          {isAdding && t('import_adding')}
        </span>
      </div>
    </>
  );
}
