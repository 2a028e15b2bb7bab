import type { CurrencyCode } from '../metrics/money.ts';
import type { QuietStretch } from './course/quiet/quiet.ts';
import { adviceSaid, isHygiene } from './factors/index.ts';
import type { Estimate, Finding, Fix } from './report.ts';
import { Z90 } from './statistics/constants.ts';
import { normalCdf } from './statistics/normal.ts';
import { stepWords } from './text/step-words.ts';
import { bound, count, estimate, phrase } from './text/wording.ts';
import type { TimelineReport } from './timeline-report.ts';

interface Fixed {
  readonly findings: readonly Finding[];
  readonly timeline: Pick<TimelineReport, 'changes' | 'pins' | 'quiet'>;
  /** How long the LIVE ran, as far as it is known. */
  readonly hours: number | undefined;
  readonly currency: CurrencyCode | undefined;
}

/**
 * What to fix, first things first: the steps in the order of the potential, which says what is surely attainable;
 * among them, by their money, the pin that sat on the wrong product, quiet stretches, and what keeps the shop
 * healthy; last what keeps it healthy and has no money that could be told, but for a violation, which stands right
 * after the step whose reach it may have cost. Moneys overlap, and add up to nothing.
 */
export function fixesOf(fixed: Fixed): readonly Fix[] {
  const steps = fixed.findings.flatMap(stepFix);
  const healthy = fixed.findings.flatMap((finding) => healthFix(finding, fixed));
  const others = [...pinFix(fixed), ...quietFix(fixed), ...healthy];
  const priced = others.filter(({ money }) => money !== undefined);
  const ranked = priced.toSorted((a, b) => rankOf(b) - rankOf(a)).reduce(placed, steps);
  const reach = fixed.findings.find(({ step }) => step === 'impressionsPerHour')?.factor;
  return others
    .filter(({ money }) => money === undefined)
    .reduce(
      (fixes, fix) => behind(fix.id === 'compliance' ? reach : undefined, fixes, fix),
      ranked,
    );
}

/** Right after the one of an id, where that is among them; else last. */
function behind(id: string | undefined, fixes: readonly Fix[], fix: Fix): readonly Fix[] {
  const place = fixes.findIndex((other) => other.id === id);
  return fixes.toSpliced(place < 0 ? fixes.length : place + 1, 0, fix);
}

/** Before the first one that is worth less; the order of the others stays. */
function placed(fixes: readonly Fix[], fix: Fix): readonly Fix[] {
  const place = fixes.findIndex((other) => rankOf(other) < rankOf(fix));
  return fixes.toSpliced(place < 0 ? fixes.length : place, 0, fix);
}

const rankOf = ({ money, atLeast }: Fix): number =>
  money === undefined ? 0 : atLeast ? (money.low ?? money.value) : money.value;

function stepFix({ factor, state, step, title, money, sureness }: Finding): Fix[] {
  if (state !== 'gap' || money === undefined) return [];
  const how = step && stepWords[step].how;
  return [
    {
      id: factor,
      deed: step === undefined ? title : { key: stepWords[step].deed },
      ...(how === undefined ? {} : { how: { key: how } }),
      money,
      ...(sureness === undefined ? {} : { sureness }),
      factor,
    },
  ];
}

/** By the least that it surely cost: how much more a product would earn in another's place, few orders tell. */
function pinFix({ findings, timeline: { pins } }: Fixed): Fix[] {
  const misplaced = pins.state === 'told' ? pins.value.misplaced : undefined;
  if (misplaced === undefined || !((misplaced.perHour.low ?? 0) > 0)) return [];
  return [
    {
      id: 'misplaced-pin',
      deed: { key: 'verdict_pin_deed' },
      how: misplaced.how,
      headline: { key: 'verdict_pin_headline' },
      money: misplaced.perHour,
      atLeast: true,
      sureness: misplaced.sureness,
      note: misplaced.text,
      ...foundBy('pin-choice', findings),
    },
  ];
}

interface Costly extends QuietStretch {
  readonly missed: Required<Estimate>;
}

/** Those that surely cost something, as one. */
function quietFix({ findings, timeline: { quiet }, hours, currency }: Fixed): Fix[] {
  const costly = (quiet.state === 'told' ? quiet.value : [])
    .filter((stretch): stretch is Costly => (stretch.missed?.low ?? 0) > 0)
    .sort((a, b) => b.missed.value - a.missed.value);
  const [most] = costly;
  if (most === undefined || hours === undefined) return [];
  const total = costly.map(({ missed }) => missed).reduce(together);
  const when = phrase(most.when);
  return [
    {
      id: 'quiet-stretch',
      // A key of its own: many languages have no form for one, and would lose when it was.
      deed:
        costly.length === 1
          ? { key: 'verdict_quiet_when', values: { when } }
          : { key: 'verdict_quiet_deed', values: { count: count(costly.length) } },
      how: { key: 'verdict_quiet_how', values: { when } },
      headline: { key: 'verdict_quiet_headline' },
      money: perHour(total, hours),
      sureness: surenessOf(total),
      note: {
        key: 'course_quietCost',
        values: {
          missed: estimate(total.value, currency),
          low: bound(total.low, currency),
          high: bound(total.high, currency),
        },
      },
      ...foundBy('quiet-stretch', findings),
    },
  ];
}

/** What keeps the shop healthy, by the deed of its advice. */
function healthFix(finding: Finding, { timeline, hours }: Fixed): Fix[] {
  const { factor, state, title, advice = title, brief } = finding;
  if (state !== 'gap' || !isHygiene(factor)) return [];
  const said = adviceSaid(advice.key);
  return [
    {
      id: factor,
      deed: said === undefined ? title : { ...advice, key: said.deed },
      how: advice,
      ...(brief === undefined ? {} : { brief }),
      factor,
      ...(factor === 'compliance' ? afterViolation(timeline, hours) : {}),
    },
  ];
}

/** The fall that came right after a violation, where its money is surely less. */
function afterViolation(
  { changes }: Fixed['timeline'],
  hours: number | undefined,
): Pick<Fix, 'how' | 'money' | 'sureness' | 'headline' | 'note'> {
  if (changes.state !== 'told' || hours === undefined) return {};
  for (const { direction, happened, money, text, cost } of changes.value) {
    const { value, low, high } = money?.total ?? { value: 0 };
    if (direction !== 'fell' || happened[0]?.kind !== 'violation' || cost === undefined) continue;
    if (low === undefined || high === undefined || high >= 0) continue;
    const lost = { value: -value, low: -high, high: -low };
    return {
      money: perHour(lost, hours),
      sureness: surenessOf(lost),
      how: { key: 'verdict_violation_how' },
      headline: { key: 'verdict_violation_headline' },
      note: {
        key: 'verdict_violation_note',
        values: { change: phrase(text), cost: phrase(cost) },
      },
    };
  }
  return {};
}

/** The factor by which a thing is planned and pinned, where it found the same. */
function foundBy(factor: string, findings: readonly Finding[]): Pick<Fix, 'factor'> {
  const finding = findings.find((one) => one.factor === factor && one.state === 'gap');
  return finding === undefined ? {} : { factor };
}

/** The ends are added too, as if all erred the same way: they rest on the same level. */
const together = (a: Required<Estimate>, b: Required<Estimate>): Required<Estimate> => ({
  value: a.value + b.value,
  low: a.low + b.low,
  high: a.high + b.high,
});

const perHour = ({ value, low, high }: Required<Estimate>, hours: number): Required<Estimate> => ({
  value: value / hours,
  low: low / hours,
  high: high / hours,
});

/** Probability that there is anything, by the normal law of the lower half of the interval. */
const surenessOf = ({ value, low }: Required<Estimate>): number =>
  normalCdf((value * Z90) / (value - low));
