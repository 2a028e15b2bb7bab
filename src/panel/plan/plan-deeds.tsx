import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Plan } from '../../metrics/board/plan.ts';
import { withoutMarks } from '../../metrics/direction-marks.ts';
import { Button } from '../design/button.tsx';
import { copyText } from '../design/copy-text.ts';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Menu, type MenuItem } from '../design/menu.tsx';
import { useApp } from '../state/app.ts';
import { PlanSheet } from './plan-sheet.tsx';
import { planText } from './plan-text.ts';
import { useWhich } from './use-which.ts';

/** How long it is said that something was copied, in milliseconds. */
const SAID = 2_500;

/** What can be done with a plan as a whole: shown large, sent, printed, closed. */
export function PlanDeeds({ plan, onClose }: { plan: Plan; onClose: () => void }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { board, ports } = useApp();
  const which = useWhich();
  const copied = useSignal(false);
  const printing = useSignal(false);
  /** The text itself, where the browser gave no leave to copy it. */
  const shown = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (!copied.value) return;
    const timer = setTimeout(() => {
      copied.value = false;
    }, SAID);
    return () => clearTimeout(timer);
  }, [copied, copied.value]);

  const textOf = (form: 'plain' | 'markdown'): string =>
    withoutMarks(planText(plan, board.view.value.pinned, words, form));
  const copy = async (form: 'plain' | 'markdown'): Promise<void> => {
    const text = textOf(form);
    copied.value = await copyText(text);
    if (!copied.value) shown.value = text;
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title: plan.title, text: textOf('plain') });
    } catch (error) {
      // The seller went back; everything else leaves the text to copy.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      shown.value = textOf('plain');
    }
  };
  const show = (page: 'cue' | 'cue-window'): void =>
    void ports.ask('tab.open', { page, plan: plan.id, which });
  const ways: readonly MenuItem[] = [
    { name: t('plan_copy'), run: () => void copy('plain') },
    { name: t('plan_copy_markdown'), run: () => void copy('markdown') },
    ...('share' in navigator ? [{ name: t('plan_send'), run: () => void share() }] : []),
    {
      name: t('plan_print'),
      run: () => {
        printing.value = true;
      },
    },
    { name: t('plan_cue_window'), run: () => show('cue-window') },
  ];
  return (
    <>
      <div class="plan-deeds">
        <Button look="primary" onClick={() => show('cue')}>
          {t('plan_cue_open')}
        </Button>
        <Menu label={t('plan_share')} items={ways} />
        <span class="quiet small" role="status">
          {copied.value && t('plan_copied')}
        </span>
        <span class="plan-close">
          <Button look="link" onClick={onClose}>
            {t('plan_close')}
          </Button>
        </span>
      </div>
      {printing.value && (
        <PlanSheet
          plan={plan}
          onPrinted={() => {
            printing.value = false;
          }}
        />
      )}
      {shown.value !== undefined && (
        <Dialog
          title={t('plan_copy_by_hand')}
          onClose={() => {
            shown.value = undefined;
          }}
        >
          <textarea
            class="plan-text"
            readOnly
            rows={14}
            aria-label={t('plan_copy_by_hand')}
            value={shown.value}
            onFocus={(event) => event.currentTarget.select()}
            autofocus
          />
        </Dialog>
      )}
    </>
  );
}
