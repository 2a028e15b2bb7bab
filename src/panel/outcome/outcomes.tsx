import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { OutcomeSection } from './outcome-section.tsx';
import './outcome.css';

interface JustEnded {
  readonly plan: Plan;
  /** What was marked as tried on the board, as soon as it was. */
  readonly marked: Promise<readonly PinnedId[]>;
}

/** What became of the open plan, and the way back from having just ended it. */
export function Outcomes({ plans }: { plans: readonly Plan[] }): JSX.Element {
  const ended = useSignal<JustEnded | undefined>(undefined);
  const open = plans.find(({ state }) => state === 'open');
  const isEnded = plans.some(
    ({ id, state, triedIn }) =>
      id === ended.value?.plan.id && state === 'closed' && triedIn !== undefined,
  );
  return (
    <>
      {isEnded && ended.value !== undefined && (
        <Ended
          {...ended.value}
          onUndone={() => {
            ended.value = undefined;
          }}
        />
      )}
      {open !== undefined && (
        <OutcomeSection
          key={open.id}
          plan={open}
          onEnded={(marked) => {
            ended.value = { plan: open, marked };
          }}
        />
      )}
    </>
  );
}

/** Says that a plan was closed, and takes it back. Its button has the focus, since the pressed one is gone. */
function Ended({
  plan,
  marked,
  onUndone,
}: JustEnded & { readonly onUndone: () => void }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => line.current?.querySelector('button')?.focus(), []);
  const undo = (): void => {
    onUndone();
    void marked.then((tried) => app.plans.reopen(plan, tried));
  };
  return (
    <p class="outcome-ended small" role="status" ref={line}>
      {t('outcome_ended')}{' '}
      <Button look="link" onClick={undo}>
        {t('outcome_undo')}
      </Button>
    </p>
  );
}
