import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { ImportStore } from '../state/import-store.ts';
import { chosenOf } from './dropped.ts';
import { EarlierImports } from './earlier-imports.tsx';
import { StepHeading } from './step-heading.tsx';

/** The endings of the files that are read; a browser may show others on demand. */
const ENDINGS = '.xlsx,.csv,.json,.ndjson,.jsonl';

/** The first step: which files; and what was added before, to be undone. */
export function ChooseStep({ store }: { store: ImportStore }): JSX.Element {
  const { t } = useI18n();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <StepHeading text={t('import_step_choose')} />
      <p>{t('import_what')}</p>
      <div class="import-pick">
        <input
          ref={field}
          type="file"
          multiple
          hidden
          accept={ENDINGS}
          onChange={({ currentTarget }) => {
            const files = chosenOf(currentTarget.files ?? []);
            // So that the same file can be chosen again.
            currentTarget.value = '';
            void store.take(files);
          }}
        />
        <Button look="primary" onClick={() => field.current?.click()}>
          {t('import_pick')}
        </Button>
      </div>
      <p class="small quiet">{t('import_private')}</p>
      <EarlierImports store={store} />
    </>
  );
}
