import { useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { createPortal } from 'preact/compat';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { metric } from '../../metrics/catalogue.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { fitted } from './fit.ts';
import { ownersText, testText, whenOf } from './plan-text.ts';
import './plan-sheet.css';

/** Prints the plan alone, on one page. */
export function PlanSheet({ plan }: { plan: Plan }): JSX.Element {
  const { t } = useI18n();
  const printing = useSignal(false);
  return (
    <>
      <Button
        onClick={() => {
          printing.value = true;
        }}
      >
        {t('plan_print')}
      </Button>
      {printing.value && (
        <Sheet
          plan={plan}
          onPrinted={() => {
            printing.value = false;
          }}
        />
      )}
    </>
  );
}

/** The page itself; on paper it stands in place of the whole panel, and is there only while it is printed. */
function Sheet({ plan, onPrinted }: { plan: Plan; onPrinted: () => void }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const paper = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const printed = useRef(onPrinted);
  printed.current = onPrinted;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.printing = 'plan';
    if (paper.current !== null && content.current !== null) {
      fitted(content.current, paper.current.clientHeight);
    }
    const end = (): void => printed.current();
    addEventListener('afterprint', end, { once: true });
    window.print();
    return () => {
      removeEventListener('afterprint', end);
      delete root.dataset.printing;
    };
  }, []);
  return createPortal(
    <article class="plan-sheet" ref={paper} aria-hidden="true">
      <div ref={content}>
        <h1>{plan.title}</h1>
        <p>{whenOf(plan, words)}</p>
        {plan.simulated === true && <p>{t('plan_text_simulated')}</p>}
        <ol>
          {plan.items.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </ol>
        {plan.guardRail !== undefined && (
          <p>
            {t('plan_rail_proposed', {
              metric: { kind: 'message', message: metric(plan.guardRail).name },
            })}
          </p>
        )}
      </div>
    </article>,
    document.body,
  );
}

function Line({ item }: { item: PlanItem }): JSX.Element {
  const words = useI18n();
  const test = testText(item, words);
  return (
    <li>
      <span class="plan-sheet-box">{item.done ? '✓' : ''}</span>
      <div>
        <b>{item.title}</b> <small>{ownersText(item, words)}</small>
        {test !== undefined && <p class="plan-sheet-test">{test}</p>}
        {item.how !== '' && (
          <p class="plan-sheet-how">
            {item.how.split('\n').map((line, place) => (
              <Fragment key={`${place}`}>
                {place > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}
