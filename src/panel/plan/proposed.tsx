import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type ProposedItem, proposePlan } from '../../diagnosis/plan/proposal.ts';
import type { Report } from '../../diagnosis/report.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { Said } from '../design/said.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import { planOf } from './make-plan.ts';
import { ProposedRow } from './proposed-row.tsx';

/** A plan as this LIVE proposes it, to be made by one press; nothing is kept before. */
export function Proposed({ report, session }: { report: Report; session: Session }): JSX.Element {
  const { say, write } = useWords();
  const app = useApp();
  /** What the seller ticked or cleared, by place in the proposal's own words. */
  const ticked = useSignal<Readonly<Record<string, boolean>>>({});
  const { items, guardRail, reason } = proposePlan(report, app.board.view.value.pinned);
  const isTicked = (item: ProposedItem): boolean =>
    ticked.value[keyOf(item)] ?? item.role !== 'waits';
  const make = (chosen: readonly ProposedItem[]): void => {
    const tests = chosen.some(({ role }) => role === 'tested');
    void app.plans.add(
      planOf({
        chosen,
        guardRail: tests ? guardRail?.metric : undefined,
        room: report.room,
        title: say('plan_title'),
        simulated: session.simulated === true,
        at: app.ports.now(),
        write,
      }),
    );
  };
  return (
    <>
      <p class="quiet small">{say(items.length === 0 ? 'plan_none' : 'plan_proposed')}</p>
      {reason !== undefined && (
        <p>
          <Said text={reason} />
        </p>
      )}
      {items.length > 0 && (
        <ul class="plan-proposed">
          {items.map((item) => (
            <ProposedRow
              key={keyOf(item)}
              item={item}
              ticked={isTicked(item)}
              onTick={(on) => {
                ticked.value = { ...ticked.value, [keyOf(item)]: on };
              }}
            />
          ))}
        </ul>
      )}
      {guardRail !== undefined && (
        <p class="small">
          {say('plan_rail_proposed', {
            metric: { kind: 'message', message: metric(guardRail.metric).name },
          })}{' '}
          <span class="quiet">{say(guardRail.why)}</span>
        </p>
      )}
      <div class="plan-deeds">
        {items.length > 0 && (
          <Button look="primary" onClick={() => make(items.filter(isTicked))}>
            {say('plan_make')}
          </Button>
        )}
        <Button look={items.length > 0 ? 'link' : 'plain'} onClick={() => make([])}>
          {say('plan_make_empty')}
        </Button>
      </div>
    </>
  );
}

const keyOf = ({ factor, pinned }: ProposedItem): string => `${factor ?? ''} ${pinned ?? ''}`;
