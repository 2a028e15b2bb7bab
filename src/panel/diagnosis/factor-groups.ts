import type { Finding } from '../../diagnosis/report.ts';
import type { Group } from '../../metrics/metric.ts';

/** What a factor is listed under. */
export type FactorKind = 'costs' | 'fine' | 'needs-data';

const kinds = {
  gap: 'costs',
  fine: 'fine',
  'not-enough-data': 'needs-data',
  'cannot-judge': 'needs-data',
  error: 'needs-data',
} as const satisfies Record<Finding['state'], FactorKind>;

/** A factor in its place; one that may explain the factor with money above it stands below that. */
export interface PlacedFactor {
  readonly finding: Finding;
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
  findings: readonly Finding[],
  kind: FactorKind,
): readonly [GroupedFactors, GroupedFactors] {
  const [one, other] = groups.toSorted((a, b) => rank(findings, a) - rank(findings, b));
  const of = (group: Group): GroupedFactors => ({
    group,
    factors: placed(
      findings.filter((finding) => finding.group === group && kinds[finding.state] === kind),
    ),
  });
  return [of(one ?? 'entry-stay'), of(other ?? 'interaction-conversion')];
}

const rank = (findings: readonly Finding[], group: Group): number =>
  findings[0] === undefined || findings[0].group === group ? 0 : 1;

/** How many factors there are in both groups. */
export const factorCount = (all: readonly GroupedFactors[]): number =>
  all.reduce((sum, { factors }) => sum + factors.length, 0);

/** Whether a factor has money of its own to show. */
export const hasMoney = ({ state, money }: Finding): boolean =>
  state === 'gap' && money !== undefined;

/** Factors with money as they are ranked, below each what may explain its step; then the rest. */
function placed(findings: readonly Finding[]): readonly PlacedFactor[] {
  const costly = findings.filter(hasMoney);
  const explains = (finding: Finding, above: Finding): boolean =>
    !hasMoney(finding) && finding.step !== undefined && finding.step === above.step;
  const rest = findings.filter(
    (finding) => !hasMoney(finding) && !costly.some((above) => explains(finding, above)),
  );
  return [
    ...costly.flatMap((above) => [
      { finding: above, explainsAbove: false },
      ...findings
        .filter((finding) => explains(finding, above))
        .map((finding) => ({ finding, explainsAbove: true })),
    ]),
    ...rest.map((finding) => ({ finding, explainsAbove: false })),
  ];
}

/** The factors that a group leads with: all that have money, and others up to `most` in all, where they stand. */
export function leading(factors: readonly PlacedFactor[], most: number): readonly PlacedFactor[] {
  let room = most - factors.filter(({ finding }) => hasMoney(finding)).length;
  return factors.filter(({ finding }) => hasMoney(finding) || room-- > 0);
}
