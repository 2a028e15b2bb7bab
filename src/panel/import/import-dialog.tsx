import { untracked, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import { createImportStore, type ImportStore } from '../state/import-store.ts';
import { AccountStep } from './account-step.tsx';
import { AskingStep } from './asking-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { CreatorsStep } from './creators-step.tsx';
import { DoneStep } from './done-step.tsx';
import './import.css';
import { PreviewStep } from './preview-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { workerReader } from './worker-reader.ts';

/** The way of export files into the seller's own LIVEs; closing it leaves nothing half done. */
export function ImportDialog(): JSX.Element {
  const { t, write } = useI18n();
  const app = useApp();
  const { importing, ports, list } = app;
  const reader = useMemo(workerReader, []);
  const store = useMemo(
    () => createImportStore({ ports, reader, known: () => list.view.peek().rooms }),
    [ports, reader, list],
  );
  useEffect(() => {
    reader.begin();
    return reader.end;
  }, [reader]);
  // Files that are dropped while it is open come the same way as those it was opened with.
  useSignalEffect(() => {
    const files = importing.value ?? [];
    untracked(() => void store.take(files));
  });
  useEffect(() => store.reset, [store]);
  const trouble = store.trouble.value;
  const close = (): void => {
    importing.value = undefined;
  };
  return (
    <div class="import">
      <Dialog title={t('import_title')} onClose={close}>
        <div class="import-steps">
          {trouble !== undefined && (
            <Notice
              tone="fault"
              actions={<Button onClick={trouble.again}>{t('panel_retry')}</Button>}
            >
              {write(trouble.fault.text)}
            </Notice>
          )}
          <Step store={store} onClose={close} />
        </div>
      </Dialog>
    </div>
  );
}

function Step({ store, onClose }: { store: ImportStore; onClose: () => void }): JSX.Element {
  const view = store.view.value;
  switch (view.step) {
    case 'choose':
      return <ChooseStep store={store} />;
    case 'reading':
    case 'comparing':
      return <ProgressStep view={view} onStop={store.reset} />;
    case 'asking':
      return <AskingStep store={store} questions={view.questions} />;
    case 'creators':
      return <CreatorsStep store={store} creators={view.creators} />;
    case 'account':
      return <AccountStep store={store} accounts={view.accounts} files={view.files} />;
    case 'preview':
    case 'adding':
      return <PreviewStep store={store} view={view} onClose={onClose} />;
    case 'done':
      return <DoneStep store={store} view={view} onClose={onClose} />;
  }
}
