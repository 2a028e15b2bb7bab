import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Group } from '../../metrics/metric.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { useRoving } from '../design/use-roving.ts';
import { formatAmount } from '../figures.ts';
import { Joint } from '../potential/joint.tsx';
import { useUnfolding } from '../state/reveal.ts';
import { FactorGroup, type Unfolded } from './factor-group.tsx';
import { factorCount, factorGroups, type GroupedFactors } from './factor-groups.ts';
import './factor-list.css';
import { scaleEnd } from './money-scale.ts';

/** Factors without an amount that a group shows before all are asked for. */
const SHOWN = 3;

/**
 * Every factor: what costs money and what may play a part open, what is fine and what needs data folded, each in
 * TikTok's two groups.
 */
export function FactorList({ report, session }: { report: Report; session: Session }): JSX.Element {
  const { t } = useI18n();
  const { findings } = report;
  const all = useSignal(false);
  const fine = useSignal(false);
  const needsData = useSignal(false);
  const unfolded: Unfolded = useSignal({});
  const rows = useRoving<HTMLDivElement>('.factor-row');
  const showAll = (shown: boolean): void => {
    all.value = shown;
    fine.value = shown;
    needsData.value = shown;
  };
  useUnfolding(({ kind, id }) => {
    if (kind !== 'factor') return;
    showAll(true);
    unfolded.value = { ...unfolded.peek(), [id]: true };
  });
  const costs = factorGroups(report, 'costs');
  const may = factorGroups(report, 'may');
  const end = scaleEnd(
    costs.flatMap(({ factors }) => factors).flatMap(({ cost }) => cost?.estimate ?? []),
  );
  const shared = { report, session, unfolded, scaleEnd: end };
  const fineOnes = factorGroups(report, 'fine');
  const folds = [
    { kind: 'fine', title: 'factors_fine', groups: fineOnes, open: fine },
    {
      kind: 'needs-data',
      title: 'factors_needs_data',
      groups: factorGroups(report, 'needs-data'),
      open: needsData,
    },
  ] as const;
  /** What to know of a group that holds nothing which fell short; nothing of one that does further down. */
  const noneOf = (group: Group): 'panel_group_fine' | 'panel_group_untold' | undefined => {
    if (holds(may, group)) return undefined;
    return holds(fineOnes, group) ? 'panel_group_fine' : 'panel_group_untold';
  };
  const isCostly = factorCount(costs) > 0;
  return (
    <>
      <div class="factors" ref={rows}>
        {isCostly && (
          <>
            <div class="factors-head">
              <h3>{t('factors_costs')}</h3>
              <span>{t('factors_money')}</span>
            </div>
            <Scale end={end} report={report} />
            {costs.map(({ group, factors }) => (
              <FactorGroup
                key={group}
                group={group}
                factors={factors}
                none={noneOf(group)}
                {...shared}
              />
            ))}
          </>
        )}
        {(!isCostly || factorCount(may) > 0) && (
          <>
            <div class="factors-head">
              <h3>{t('factors_may')}</h3>
            </div>
            {may.map(({ group, factors }) => (
              <FactorGroup
                key={group}
                group={group}
                factors={all.value ? factors : factors.slice(0, SHOWN)}
                none={isCostly ? undefined : noneOf(group)}
                {...shared}
              />
            ))}
          </>
        )}
        {folds.map(({ kind, title, groups, open }) => (
          <Fold
            key={kind}
            title={t(title, { count: { kind: 'count', value: factorCount(groups) } })}
            isOpen={open.value}
            isEmpty={factorCount(groups) === 0}
            onToggle={() => {
              open.value = !open.value;
            }}
          >
            {groups.map(({ group, factors }) => (
              <FactorGroup key={group} group={group} factors={factors} {...shared} />
            ))}
          </Fold>
        ))}
      </div>
      <div class="summary-foot">
        <Button look="link" aria-expanded={all.value} onClick={() => showAll(!all.value)}>
          {all.value
            ? t('panel_factors_fewer')
            : t('panel_factors_all', { count: { kind: 'count', value: findings.length } })}
        </Button>
        <Joint report={report} />
      </div>
    </>
  );
}

const holds = (groups: readonly GroupedFactors[], group: Group): boolean =>
  groups.some((one) => one.group === group && one.factors.length > 0);

/** The ends of the scale that all money bars share, above them. */
function Scale({ end, report: { currency } }: { end: number; report: Report }): JSX.Element {
  const { locale } = useI18n();
  const amount = (value: number): string =>
    formatAmount(value, { currency, locale, detail: 'bound' });
  return (
    <div class="factor-scale" aria-hidden="true">
      <span>{amount(0)}</span>
      <span>{amount(end)}</span>
    </div>
  );
}

/** Factors under a heading that unfolds them. */
function Fold({
  title,
  isOpen,
  isEmpty,
  onToggle,
  children,
}: {
  title: string;
  isOpen: boolean;
  isEmpty: boolean;
  onToggle: () => void;
  children: JSX.Element[];
}): JSX.Element | null {
  const id = useId();
  if (isEmpty) return null;
  return (
    <div class="fold">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={onToggle}
        >
          {title}
          <Icon name="chevron" size={14} />
        </button>
      </h3>
      {isOpen && (
        <div id={id} class="fold-groups">
          {children}
        </div>
      )}
    </div>
  );
}
