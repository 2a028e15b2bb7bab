import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Fault } from '../metrics/fault.ts';
import { Button } from '../panel/design/button.tsx';
import { Notice } from '../panel/design/notice.tsx';
import { useWords } from '../panel/design/words.ts';
import { saveFile } from '../panel/download/save-file.ts';
import type { Ports } from '../panel/state/ports.ts';

type Shown =
  | { readonly state: 'sample'; readonly text: string }
  | { readonly state: 'nothing-held' }
  | { readonly state: 'fault'; readonly fault: Fault };

/** Makes a sample of the last answers for a problem report, shows all of it, and saves exactly that. */
export function ProblemSample({ ask }: Pick<Ports, 'ask'>): JSX.Element {
  const { say, write } = useWords();
  const shown = useSignal<Shown | undefined>(undefined);
  const make = async (): Promise<void> => {
    const made = await ask('answers.sample', {});
    if (!made.ok) shown.value = { state: 'fault', fault: made.fault };
    else if (made.value.sample === undefined) shown.value = { state: 'nothing-held' };
    else shown.value = { state: 'sample', text: made.value.sample };
  };
  const now = shown.value;
  return (
    <div class="problem-sample">
      <p class="quiet small">{say('options_sample_report_what')}</p>
      <Button onClick={() => void make()}>{say('options_sample_report_make')}</Button>
      {now?.state === 'fault' && <Notice tone="fault">{write(now.fault.text)}</Notice>}
      {now?.state === 'nothing-held' && <Notice>{say('options_sample_report_nothing')}</Notice>}
      {now?.state === 'sample' && (
        <>
          <textarea readOnly rows={14} aria-label={say('options_sample_report')} value={now.text} />
          <div class="notice-actions">
            <Button
              look="primary"
              icon="download"
              onClick={() => saveFile('live-diagnosis-answers.json', now.text, 'application/json')}
            >
              {say('options_sample_report_save')}
            </Button>
            <Button
              onClick={() => {
                shown.value = undefined;
              }}
            >
              {say('panel_close')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
