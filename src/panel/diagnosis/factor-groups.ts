import type { Estimate, Finding, Report } from '../../diagnosis/report.ts';
import type { Group } from '../../metrics/metric.ts';

/** What a factor is listed under; `may` fell short, and what it costs can't be told. */
export type FactorKind = 'costs' | 'may' | 'fine' | 'needs-data';

const kinds = {
  fine: 'fine',
  'not-enough-data': 'needs-data',
  'cannot-judge': 'needs-data',
  error: 'needs-data',
} as const satisfies Record<Exclude<Finding['state'], 'gap'>, FactorKind>;

/** What a factor costs per hour. */
export interface Cost {
  readonly estimate: Estimate;
  /** Whether it is the least that it costs. */
  readonly atLeast: boolean;
}

/** A factor in its place; one that may explain the factor with money above it stands below that. */
export interface PlacedFactor {
  readonly finding: Finding;
  readonly cost?: Cost;
  readonly explainsAbove: boolean;
}

/** Factors of one kind in one of TikTok's two groups. */
export interface GroupedFactors {
  readonly group: Group;
  readonly factors: readonly PlacedFactor[];
}

const groups: readonly Group[] = ['entry-stay', 'interaction-conversion'];

/** The factors of one kind in TikTok's two groups: that with the biggest lever first, and both though one is empty. */
export function factorGroups(
  { findings, fixes }: Pick<Report, 'findings' | 'fixes'>,
  kind: FactorKind,
): readonly [GroupedFactors, GroupedFactors] {
  const [one, other] = groups.toSorted((a, b) => rank(findings, a) - rank(findings, b));
  const of = (group: Group): GroupedFactors => ({
    group,
    factors: placed(
      findings.flatMap((finding): Priced[] => {
        const cost = costOf(finding, fixes);
        return finding.group === group && kindOf(finding, cost) === kind
          ? [{ finding, ...(cost === undefined ? {} : { cost }) }]
          : [];
      }),
    ),
  });
  return [of(one ?? 'entry-stay'), of(other ?? 'interaction-conversion')];
}

const rank = (findings: readonly Finding[], group: Group): number =>
  findings[0] === undefined || findings[0].group === group ? 0 : 1;

/** How many factors there are in both groups. */
export const factorCount = (all: readonly GroupedFactors[]): number =>
  all.reduce((sum, { factors }) => sum + factors.length, 0);

/** What lies within the ordinary needs no data, though chance can't be told from it. */
function kindOf({ state, needs }: Finding, cost: Cost | undefined): FactorKind {
  if (state === 'gap') return cost === undefined ? 'may' : 'costs';
  return needs?.key === 'report_needs_nothing' ? 'fine' : kinds[state];
}

/** The money of a factor's own step, else what the first screen tells of it. */
function costOf({ factor, state, money }: Finding, fixes: Report['fixes']): Cost | undefined {
  if (state !== 'gap') return undefined;
  if (money !== undefined) return { estimate: money, atLeast: false };
  const fix = fixes.find((one) => one.factor === factor && one.money !== undefined);
  if (fix?.money === undefined) return undefined;
  const { money: told, atLeast = false } = fix;
  return { estimate: atLeast ? { value: told.low ?? told.value } : told, atLeast };
}

type Priced = Pick<PlacedFactor, 'finding' | 'cost'>;

/** Those that carry a step's money as they are ranked, below each what may explain its step; then the rest. */
function placed(factors: readonly Priced[]): readonly PlacedFactor[] {
  const steps = factors.filter(({ finding: { money } }) => money !== undefined);
  const explains = ({ finding }: Priced, above: Priced): boolean =>
    finding.money === undefined &&
    finding.step !== undefined &&
    finding.step === above.finding.step;
  const rest = factors.filter(
    (one) => !steps.includes(one) && !steps.some((above) => explains(one, above)),
  );
  return [
    ...steps.flatMap((above) => [
      { ...above, explainsAbove: false },
      ...factors
        .filter((one) => explains(one, above))
        .map((one) => ({ ...one, explainsAbove: true })),
    ]),
    ...rest.map((one) => ({ ...one, explainsAbove: false })),
  ];
}
