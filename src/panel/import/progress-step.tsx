import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { ImportView } from '../state/import-view.ts';
import { StepHeading } from './step-heading.tsx';

type Progress = Extract<ImportView, { readonly step: 'reading' | 'comparing' }>;

/** How far the reading or comparing is, said politely, with the way to stop it. */
export function ProgressStep({
  view,
  onStop,
}: {
  view: Progress;
  onStop: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const isReading = view.step === 'reading';
  const text = isReading
    ? t('import_reading', {
        file: { kind: 'text', text: view.file },
        place: { kind: 'count', value: view.place },
        of: { kind: 'count', value: view.of },
      })
    : t('import_comparing', {
        done: { kind: 'count', value: view.done },
        of: { kind: 'count', value: view.of },
      });
  const done = isReading ? view.place - 1 + view.share : view.done;
  return (
    <>
      <StepHeading text={t(isReading ? 'import_reading_title' : 'import_comparing_title')} />
      <p role="status" class="import-names">
        {text}
      </p>
      <progress
        aria-label={t(isReading ? 'import_reading_title' : 'import_comparing_title')}
        value={done}
        max={Math.max(1, view.of)}
      />
      <div class="import-foot">
        <Button onClick={onStop}>{t('import_stop')}</Button>
      </div>
    </>
  );
}
