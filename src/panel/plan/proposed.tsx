import type { JSX } from 'preact';
import type { ProposedItem } from '../../diagnosis/plan/proposal.ts';
import type { Report } from '../../diagnosis/report.ts';
import { planOf } from '../../metrics/board/make-plan.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { useApp } from '../state/app.ts';
import { proposalFor } from '../state/proposals.ts';
import { Choosing } from './choosing.tsx';
import { testWords } from './test-words.ts';

/** A plan as this LIVE proposes it, to be made by one press; nothing is kept before. */
export function Proposed({ report, session }: { report: Report; session: Session }): JSX.Element {
  const { t, write } = useI18n();
  const app = useApp();
  const { plans, ports } = app;
  const { items, guardRail, reason } = proposalFor(report, app);
  const make = (chosen: readonly ProposedItem[]): void => {
    const tests = chosen.some(({ role }) => role === 'tested');
    const plan = planOf({
      chosen,
      guardRail: tests ? guardRail?.metric : undefined,
      room: report.room,
      title: t('plan_title'),
      simulated: session.simulated === true,
      at: ports.now(),
      write,
    });
    void plans.add(plan);
    // What was pressed is gone; the reader goes on where the plan now stands.
    document.getElementById('next')?.focus({ preventScroll: true });
  };
  const deeds = (chosen: readonly ProposedItem[]): JSX.Element => (
    <>
      {guardRail !== undefined && (
        <p class="small">
          {t('plan_rail_proposed', {
            metric: { kind: 'message', message: metric(guardRail.metric).name },
          })}{' '}
          <span class="quiet">{t(guardRail.why)}</span>
        </p>
      )}
      <div class="plan-deeds">
        {items.length > 0 && (
          <Button look="primary" disabled={chosen.length === 0} onClick={() => make(chosen)}>
            {t('plan_make')}
          </Button>
        )}
        <Button look={items.length > 0 ? 'link' : 'plain'} onClick={() => make([])}>
          {t('plan_make_empty')}
        </Button>
      </div>
    </>
  );
  return (
    <>
      <p class="quiet small">
        {items.length === 0
          ? t('plan_none')
          : ['plan_proposed' as const, ...testWords(items)].map((key) => t(key)).join(' ')}
      </p>
      {reason !== undefined && (
        <p>
          <RichMessage text={reason} />
        </p>
      )}
      <Choosing items={items} deeds={deeds} />
    </>
  );
}
