import { Fragment, type JSX } from 'preact';
import { createPortal } from 'preact/compat';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { metric } from '../../metrics/catalogue.ts';
import { useI18n } from '../design/i18n.ts';
import { fitted } from './fit.ts';
import { ownerNamesOf } from './owners.ts';
import { testText, whenOf } from './plan-text.ts';
import { itemDeed } from './topic.ts';
import './plan-sheet.css';

/** Prints the plan alone, on one page: it stands in place of the whole panel, and is there only while it is printed. */
export function PlanSheet({ plan, onPrinted }: { plan: Plan; onPrinted: () => void }): JSX.Element {
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
  const { deed, how, topic } = itemDeed(item, words);
  return (
    <li>
      <span class="plan-sheet-box">{item.done ? '✓' : ''}</span>
      <div>
        <b>{deed}</b>
        <p class="plan-sheet-under">
          {[topic, ownerNamesOf(item.owners, words), test]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
        {how !== undefined && (
          <p class="plan-sheet-how">
            {how.split('\n').map((line, place) => (
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
