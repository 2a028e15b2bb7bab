import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Fault } from '../metrics/fault.ts';
import { Button } from '../panel/design/button.tsx';
import { useI18n } from '../panel/design/i18n.ts';
import { Notice } from '../panel/design/notice.tsx';
import { saveFile } from '../panel/download/save-file.ts';
import type { Ports } from '../panel/state/ports.ts';

type Shown =
  | { readonly state: 'sample'; readonly text: string }
  | { readonly state: 'nothing-held' }
  | { readonly state: 'fault'; readonly fault: Fault };

/** Makes a sample of the last answers for a problem report, shows all of it, and saves exactly that. */
export function ProblemSample({ ask, listen }: Pick<Ports, 'ask' | 'listen'>): JSX.Element {
  const { t, write } = useI18n();
  const shown = useSignal<Shown | undefined>(undefined);
  const make = async (): Promise<void> => {
    const made = await ask('answers.sample', {});
    if (!made.ok) shown.value = { state: 'fault', fault: made.fault };
    else if (made.value.sample === undefined) shown.value = { state: 'nothing-held' };
    else shown.value = { state: 'sample', text: made.value.sample };
  };
  const now = shown.value;
  useEffect(
    () =>
      listen(({ kind }) => {
        // What was deleted isn't shown any more.
        if (kind === 'forgotten') shown.value = undefined;
      }),
    [listen, shown],
  );
  const all = useRef<HTMLDivElement>(null);
  const isOpen = now?.state === 'sample';
  useEffect(() => {
    if (!isOpen) return;
    // The sample takes the focus, so that it is read out and scrolled by key, from its start.
    const text = all.current?.querySelector('textarea');
    text?.setSelectionRange(0, 0);
    text?.focus();
  }, [isOpen]);
  return (
    <div class="problem-sample" ref={all}>
      <p class="quiet small">{t('options_sample_report_what')}</p>
      <Button onClick={() => void make()}>{t('options_sample_report_make')}</Button>
      {now?.state === 'fault' && <Notice tone="fault">{write(now.fault.text)}</Notice>}
      {now?.state === 'nothing-held' && <Notice>{t('options_sample_report_nothing')}</Notice>}
      {isOpen && (
        <>
          <textarea readOnly rows={14} aria-label={t('options_sample_report')} value={now.text} />
          <div class="notice-actions">
            <Button
              look="primary"
              icon="download"
              onClick={() => saveFile('live-diagnosis-answers.json', now.text, 'application/json')}
            >
              {t('options_sample_report_save')}
            </Button>
            <Button
              onClick={() => {
                shown.value = undefined;
                // The pressed button goes with the sample.
                all.current?.querySelector('button')?.focus();
              }}
            >
              {t('panel_close')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
