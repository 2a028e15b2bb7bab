import { type GuardRail, guardRailOf } from '../../metrics/board/guard-rail.ts';
import type { Pinned, PinnedId } from '../../metrics/board/pinned.ts';
import type { Owner } from '../../metrics/board/plan.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { Text } from '../../metrics/text.ts';
import { stepMetric } from '../decomposition/funnel-kind.ts';
import { adviceSaid, factors, isHygiene } from '../factors/index.ts';
import type { Finding, Report } from '../report.ts';
import { stepWords } from '../text/step-words.ts';
import { judgedBy } from './judged-by.ts';
import { besideTest, type InTest } from './role.ts';
import { pinnedTitle, pinnedWhy, whyOf } from './why.ts';

/** One deed that is proposed for the next LIVE. */
export interface ProposedItem extends InTest {
  readonly title: Text;
  readonly how?: Text;
  readonly why: Text;
  readonly owners: readonly [Owner, ...Owner[]];
  readonly factor?: string;
  /** The metric that judges whether it worked. */
  readonly metric?: MetricId;
  /** What to watch beforehand. */
  readonly pinned?: PinnedId;
}

/** A plan as the diagnosis and the board propose it; nothing is kept yet. */
export interface Proposal {
  /** In the order in which they are worth doing. */
  readonly items: readonly ProposedItem[];
  readonly guardRail?: GuardRail;
  /** Why there is no change to test, or nothing to do at all. */
  readonly reason?: Text;
}

/** What to do, before it is known what stands beside it. */
export type Deed = Omit<ProposedItem, keyof InTest>;

/**
 * Factors that a plan takes up: as many deeds as a team keeps in mind during a LIVE. Chosen by us. What keeps the
 * shop healthy comes on top of them.
 */
export const MOST_FACTORS = 5;
/** Things from the board that get an item of their own, for the same reason. Chosen by us. */
export const MOST_PINNED = 3;

/**
 * Proposes a plan from a report and the board. The factors below target come first, in the report's
 * order, and what keeps the shop healthy is never cut; each takes the first thing on the board that shows it
 * and is still to try. The first one that carries money is the change under test; no verdict, no test. Where none does, what would settle
 * the verdicts is proposed too, as far as the report knows it.
 */
export function proposePlan(report: Report, board: readonly Pinned[]): Proposal {
  const toTry = board.filter(({ status }) => status === 'to-try');
  const gaps = report.findings
    .filter(({ state }) => state === 'gap')
    .filter(({ factor }, place) => place < MOST_FACTORS || isHygiene(factor));
  const found = gaps.map((finding) => ofFinding(finding, report, toTry));
  const pulled = found[gaps.findIndex(({ money }) => money !== undefined)];
  const settling = pulled === undefined ? settle(report) : [];
  const taken = new Set(found.flatMap(({ pinned }) => pinned ?? []));
  const rest = toTry.filter(({ id }) => !taken.has(id)).slice(0, MOST_PINNED);
  const deeds = [...found, ...settling, ...rest.map(ofPinned)];
  const guardRail = pulled?.metric === undefined ? undefined : guardRailOf(pulled.metric);
  return {
    items: deeds.map((deed) => ({
      ...deed,
      ...(deed === pulled
        ? ({ role: 'tested' } as const)
        : besideTest(deed, pulled, guardRail?.metric)),
    })),
    ...(guardRail === undefined ? {} : { guardRail }),
    ...(pulled === undefined ? { reason: report.summary } : {}),
  };
}

/** What a factor's finding asks to be done, with the first thing on the board that shows it. */
export function ofFinding(finding: Finding, report: Report, toTry: readonly Pinned[]): Deed {
  const shown = toTry.find(({ factor }) => factor === finding.factor);
  const known = factors.find(({ id }) => id === finding.factor);
  const metric = judgedBy(known ?? {}, report.funnel);
  return {
    ...deedWords(finding),
    why: whyOf(finding, report.currency),
    owners: ownersOf(finding.factor),
    factor: finding.factor,
    ...(metric === undefined ? {} : { metric }),
    ...(shown === undefined ? {} : { pinned: shown.id }),
  };
}

/** What to do as a title, and how: in the words of the step whose money it carries, else in those of the advice. */
function deedWords({ step, money, title, advice }: Finding): Pick<Deed, 'title' | 'how'> {
  if (step !== undefined && money !== undefined) {
    return { title: { key: stepWords[step].deed }, how: { key: stepWords[step].how } };
  }
  if (advice === undefined) return { title };
  const words = adviceSaid(advice.key);
  if (words === undefined) return { title, how: advice };
  return {
    title: { ...advice, key: words.deed },
    how: words.how === undefined ? advice : { ...advice, key: words.how },
  };
}

/** More data as a deed, for the unsure step with most to gain; nothing where more data isn't what is missing. */
function settle({ potential, findings, funnel }: Report): readonly Deed[] {
  const unsure = potential?.steps.filter(({ verdict }) => verdict === 'unsure') ?? [];
  const finding = unsure
    .map(({ id }) => findings.find(({ step, state }) => step === id && state === 'not-enough-data'))
    .find((one) => one?.needs !== undefined);
  if (finding?.needs === undefined || finding.step === undefined) return [];
  const factor = { kind: 'phrase', phrase: finding.title } as const;
  return [
    {
      title: { key: 'plan_settle_title', values: { factor } },
      how: finding.needs,
      why: { key: 'plan_why_settle', values: { factor } },
      owners: ['operator'],
      factor: finding.factor,
      metric: stepMetric(finding.step, funnel),
    },
  ];
}

/** What a thing on the board asks to be tried. */
export function ofPinned(pinned: Pinned): Deed {
  const known = factors.find(({ id }) => id === pinned.factor);
  const metric = known === undefined ? shownBy(pinned) : judgedBy(known);
  return {
    title: pinnedTitle(pinned, known),
    ...(pinned.note === ''
      ? {}
      : { how: { key: 'factor_shared_cell', values: { value: said(pinned.note) } } }),
    why: pinnedWhy(pinned),
    owners: known?.owners ?? ['host'],
    ...(pinned.factor === undefined ? {} : { factor: pinned.factor }),
    ...(metric === undefined ? {} : { metric }),
    pinned: pinned.id,
  };
}

/** The metric that a thing on the board itself names. */
function shownBy(pinned: Pinned): MetricId | undefined {
  switch (pinned.kind) {
    case 'clip':
      return pinned.clip.metric;
    case 'factor':
      return pinned.metric;
    case 'moment':
      return undefined;
  }
}

const said = (text: string) => ({ kind: 'text', text }) as const;

/** Who usually sees to a factor; the host for one that this version doesn't know. */
export function ownersOf(factor: string): readonly [Owner, ...Owner[]] {
  return factors.find(({ id }) => id === factor)?.owners ?? ['host'];
}
