import type { MetricId } from '../../metrics/catalogue.ts';
import type { Pinned, PinnedId } from '../../metrics/pinned.ts';
import type { Owner } from '../../metrics/plan.ts';
import type { Text } from '../../metrics/text.ts';
import { factors } from '../factors/index.ts';
import type { Finding, Report } from '../report.ts';
import { type GuardRail, guardRailOf } from './guard-rail.ts';
import { type Role, roleOf } from './role.ts';
import { pinnedTitle, pinnedWhy, whyOf } from './why.ts';

/** One deed that is proposed for the next LIVE. */
export interface ProposedItem {
  readonly title: Text;
  readonly how?: Text;
  readonly why: Text;
  readonly owners: readonly [Owner, ...Owner[]];
  readonly factor?: string;
  /** The metric by which it is told whether it worked. */
  readonly metric?: MetricId;
  /** What to watch beforehand. */
  readonly pinned?: PinnedId;
  readonly role: Role;
}

/** A plan as the diagnosis and the board propose it; nothing is kept yet. */
export interface Proposal {
  /** In the order in which they are worth doing. */
  readonly items: readonly ProposedItem[];
  readonly guardRail?: GuardRail;
  /** Why there is no change to test, or nothing to do at all. */
  readonly reason?: Text;
}

type Draft = Omit<ProposedItem, 'role'> & { readonly pulled: boolean };

/** Factors that a plan takes up: as many deeds as a team keeps in mind during a LIVE. Ours. */
export const MOST_FACTORS = 5;
/** Things from the board that get an item of their own, for the same reason. Ours. */
export const MOST_PINNED = 3;

/**
 * Proposes a plan from a report and the board. The factors below target come first, in the report's
 * order; each takes the first thing on the board that shows it and is still to try. The first one
 * that carries money is the change under test; no verdict, no test. Where none does, what would settle
 * the verdicts is proposed too, as far as the report knows it.
 */
export function proposePlan(report: Report, board: readonly Pinned[]): Proposal {
  const toTry = board.filter(({ status }) => status === 'to-try');
  const gaps = report.findings.filter(({ state }) => state === 'gap').slice(0, MOST_FACTORS);
  const found = gaps.map((finding) => ofFinding(finding, report, toTry));
  const settling = found.some(({ pulled }) => pulled) ? [] : settle(report);
  const taken = new Set(found.flatMap(({ pinned }) => pinned ?? []));
  const rest = toTry.filter(({ id }) => !taken.has(id)).slice(0, MOST_PINNED);
  const drafts = [...found, ...settling, ...rest.map((pinned) => ofPinned(pinned, report))];

  const tested = drafts.find(({ pulled }) => pulled);
  const guardRail = tested?.metric === undefined ? undefined : guardRailOf(tested.metric);
  return {
    items: drafts.map(({ pulled: _, ...item }, place) => ({
      ...item,
      role: drafts[place] === tested ? 'tested' : roleOf(item, tested, guardRail?.metric),
    })),
    ...(guardRail === undefined ? {} : { guardRail }),
    ...(tested === undefined ? { reason: report.summary } : {}),
  };
}

function ofFinding(finding: Finding, report: Report, toTry: readonly Pinned[]): Draft {
  const shown = toTry.find(({ factor }) => factor === finding.factor);
  return {
    title: finding.title,
    ...(finding.advice === undefined ? {} : { how: finding.advice }),
    why: whyOf(finding, report.currency),
    owners: ownersOf(finding.factor),
    factor: finding.factor,
    metric: metricOf(finding),
    ...(shown === undefined ? {} : { pinned: shown.id }),
    pulled: finding.money !== undefined,
  };
}

/** More data as a deed, for the unsure step with most to gain; nothing where more data isn't what is missing. */
function settle({ potential, findings }: Report): readonly Draft[] {
  const unsure = potential?.steps.filter(({ verdict }) => verdict === 'unsure') ?? [];
  const finding = unsure
    .map(({ id }) => findings.find(({ step, state }) => step === id && state === 'not-enough-data'))
    .find((one) => one?.needs !== undefined);
  if (finding?.needs === undefined) return [];
  const factor = { kind: 'phrase', phrase: finding.title } as const;
  return [
    {
      title: { key: 'plan_settle_title', values: { factor } },
      how: finding.needs,
      why: { key: 'plan_why_settle', values: { factor } },
      owners: ['operator'],
      factor: finding.factor,
      metric: metricOf(finding),
      pulled: false,
    },
  ];
}

function ofPinned(pinned: Pinned, report: Report): Draft {
  const finding = report.findings.find(({ factor }) => factor === pinned.factor);
  return {
    title: pinnedTitle(pinned, finding),
    ...(pinned.note === ''
      ? {}
      : { how: { key: 'factor_shared_cell', values: { value: said(pinned.note) } } }),
    why: pinnedWhy(pinned),
    owners: pinned.factor === undefined ? ['host'] : ownersOf(pinned.factor),
    ...(pinned.factor === undefined ? {} : { factor: pinned.factor }),
    ...(finding === undefined ? {} : { metric: metricOf(finding) }),
    pinned: pinned.id,
    pulled: false,
  };
}

const said = (text: string) => ({ kind: 'text', text }) as const;

/** Who usually sees to a factor; the host for one that this version doesn't know. */
export function ownersOf(factor: string): readonly [Owner, ...Owner[]] {
  return factors.find(({ id }) => id === factor)?.owners ?? ['host'];
}

/** A factor is told by the step that it is or explains; one that touches all of them by the whole. */
export const metricOf = ({ step }: Pick<Finding, 'step'>): MetricId => step ?? 'gmvPerHour';
