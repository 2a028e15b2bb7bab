import type { Comparison, Finding, Fix, NoVerdict, Report } from '../diagnosis/report.ts';
import { basisName } from '../diagnosis/text/basis-name.ts';
import { restsOn } from '../diagnosis/text/feed-text.ts';
import { moneyText, valueText } from '../diagnosis/text/value-text.ts';
import { versusName } from '../diagnosis/text/versus-name.ts';
import { metric } from '../metrics/catalogue.ts';
import { lengthOf } from '../metrics/live/length.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import { toMs } from '../metrics/time.ts';
import { paceLines } from './diagnose/print-pace.ts';
import { timelineSections } from './diagnose/print-timeline.ts';
import { potentialLines } from './print-potential.ts';
import { table } from './table.ts';
import type { TerminalKey, TerminalText, TerminalValue, TerminalWriter } from './text.ts';

/** The report as readable lines for a terminal, in the order of the panel. */
export function printReport(report: Report, session: Session, writer: TerminalWriter): string {
  const write = writer.write;
  return [
    heading(report, session, write),
    verdictLines(report, write),
    paceLines(report.timeline.pace, report.currency, write),
    // Of a step to fix the list of them says more.
    [...(report.fixes.length > 0 ? [] : [report.summary]), ...report.narrative].map(write),
    fixLines(report, write),
    potentialLines(report, write),
    findingLines(report, write),
    metricLines(report, write),
    ...timelineSections(report, session, write),
  ]
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

type Write = TerminalWriter['write'];

function heading(
  { room, basis, feed, standing, simulated }: Report,
  session: Session,
  write: Write,
) {
  const { title, startedAt, zone } = session.room;
  const length = lengthOf(session.room);
  const facts = [
    write({ key: 'cli_room', values: { room: { kind: 'text', text: room } } }),
    ...(startedAt === undefined
      ? []
      : [
          write({
            key: 'cli_started',
            values: { at: { kind: 'instant', at: toMs(startedAt), zone, style: 'both' } },
          }),
        ]),
    ...(length === undefined
      ? []
      : [write({ key: 'cli_lasted', values: { length: { kind: 'duration', seconds: length } } })]),
  ];
  return [
    ...(simulated ? [write({ key: 'cli_simulated' })] : []),
    title === undefined
      ? write({ key: 'cli_untitled' })
      : write({ key: 'cli_live', values: { title: { kind: 'text', text: title } } }),
    facts.join(', '),
    write({ key: 'cli_basis', values: { basis: basisName(basis) } }),
    ...(feed === undefined
      ? []
      : [write(restsOn(feed)), ...(feed.simulated ? [write({ key: 'feed_simulated_all' })] : [])]),
    write({
      key: 'cli_standing',
      values: { standing: { kind: 'message', message: standings[standing] } },
    }),
  ];
}

/** How the LIVE went against what it is compared with, and what stands out. */
function verdictLines({ verdict, headline, currency }: Report, write: Write): string[] {
  const { metric: id, yours, reference, difference, whyNotLongest: why } = verdict;
  if (yours === undefined) return [write(headline)];
  const values = {
    yours: valueText(metric(id).unit, yours, currency),
    headline: { kind: 'phrase', phrase: headline },
  } as const;
  return [
    reference === undefined || difference === undefined
      ? write({ key: 'cli_verdict_alone', values })
      : write({
          key: 'cli_verdict_line',
          values: {
            ...values,
            difference: { kind: 'points', value: difference },
            reference: versusName(reference.versus),
            value: valueText(metric(id).unit, reference.value, currency),
          },
        }),
    ...(why === undefined ? [] : [write(why)]),
  ];
}

/** What to fix and how, numbered. */
function fixLines({ fixes, currency }: Report, write: Write): string[] {
  if (fixes.length === 0) return [];
  return [
    write({ key: 'cli_fixes' }),
    ...fixes.flatMap((fix, place) => [
      `  ${write(fixText(fix, place + 1, currency))}`,
      ...(fix.how === undefined ? [] : [`     ${write(fix.how)}`]),
    ]),
  ];
}

function fixText(
  { deed, money, atLeast, brief }: Fix,
  place: number,
  currency: CurrencyCode | undefined,
): TerminalText {
  const values = {
    place: { kind: 'count', value: place },
    deed: { kind: 'phrase', phrase: deed },
  } as const;
  if (money === undefined) {
    return brief === undefined
      ? { key: 'cli_fix_alone', values }
      : { key: 'cli_fix_brief', values: { ...values, brief: { kind: 'phrase', phrase: brief } } };
  }
  const { value, low = value, high = value } = money;
  return {
    key: atLeast ? 'cli_fix_least' : 'cli_fix',
    values: {
      ...values,
      money: moneyText(value, currency, 'estimate'),
      low: moneyText(low, currency, 'bound'),
      high: moneyText(high, currency, 'bound'),
    },
  };
}

function findingLines(report: Report, write: Write): string[] {
  const of = (state: Finding['state']): readonly Finding[] =>
    report.findings.filter((finding) => finding.state === state);
  const gaps = of('gap').flatMap((finding) => gapFinding(finding, report, write));
  const rest = restStates.flatMap(([state, key]) =>
    of(state).length === 0
      ? []
      : [
          '',
          write({ key }),
          ...of(state).map(
            ({ title, brief, needs }) =>
              `  ${[title, needs ?? brief].flatMap((text) => (text === undefined ? [] : [write(text)])).join(': ')}`,
          ),
        ],
  );
  const lines = [...(gaps.length > 0 ? [write({ key: 'cli_findings' }), ...gaps] : []), ...rest];
  return lines[0] === '' ? lines.slice(1) : lines;
}

function gapFinding(finding: Finding, { currency }: Report, write: Write): string[] {
  const { title, lever, money, sureness, seen, advice } = finding;
  const name = write({
    key: 'cli_finding',
    values: {
      title: { kind: 'phrase', phrase: title },
      lever: { kind: 'message', message: levers[lever] },
    },
  });
  const amount = (value: number): TerminalValue => moneyText(value, currency, 'estimate');
  const worth: TerminalText[] =
    money === undefined
      ? []
      : money.low === undefined || money.high === undefined
        ? [{ key: 'cli_finding_money', values: { money: amount(money.value) } }]
        : [
            {
              key: 'cli_finding_interval',
              values: {
                money: amount(money.value),
                low: moneyText(money.low, currency, 'bound'),
                high: moneyText(money.high, currency, 'bound'),
              },
            },
          ];
  const sure: TerminalText[] =
    sureness === undefined
      ? []
      : [
          {
            key: 'cli_finding_sureness',
            values: { share: { kind: 'percent', value: Math.min(sureness, 0.99) } },
          },
        ];
  return [
    `  ${[name, ...[...worth, ...sure].map(write)].join(', ')}`,
    ...(seen === undefined ? [] : [`    ${write(seen)}`]),
    ...(advice === undefined
      ? []
      : [
          `    ${write({ key: 'cli_finding_advice', values: { advice: { kind: 'phrase', phrase: advice } } })}`,
        ]),
  ];
}

function metricLines({ comparisons, currency, basis }: Report, write: Write): string[] {
  const known = comparisons.filter(({ yours }) => yours !== undefined);
  const cell = ({ metric: id }: Comparison, value: number | undefined): string =>
    value === undefined
      ? ''
      : write({
          key: 'cli_value',
          values: { value: valueText(metric(id).unit, value, currency) },
        });
  const rows = known.map((comparison) => {
    const { metric: id, yours, benchmark, usual, verdict } = comparison;
    const [low, high] = [cell(comparison, usual?.p25), cell(comparison, usual?.p75)];
    const range: TerminalText = {
      key: 'cli_range',
      values: { low: { kind: 'text', text: low }, high: { kind: 'text', text: high } },
    };
    return [
      write({ key: metric(id).name }) + (benchmark && benchmark.basis !== basis ? ' *' : ''),
      cell(comparison, yours),
      cell(comparison, benchmark?.value),
      usual === undefined ? '' : write(range),
      write({ key: verdicts[typeof verdict === 'string' ? verdict : verdict.none] }),
    ];
  });
  if (rows.length === 0) return [];
  const head = (['cli_gap_yours', 'cli_gap_benchmark', 'cli_metrics_usual'] as const).map((key) =>
    write({ key }),
  );
  const borrowed = known.some(({ benchmark }) => benchmark && benchmark.basis !== basis);
  return [
    ...table([[write({ key: 'cli_metrics' }), ...head], ...rows]),
    ...(borrowed ? [write({ key: 'cli_own_stands_in' })] : []),
  ];
}

const restStates: readonly (readonly [Finding['state'], TerminalKey])[] = [
  ['fine', 'cli_state_fine'],
  ['not-enough-data', 'cli_state_not_enough_data'],
  ['cannot-judge', 'cli_state_cannot_judge'],
  ['error', 'cli_state_error'],
];

const standings = {
  risk: 'cli_standing_risk',
  'need-attention': 'cli_standing_need_attention',
  'can-improve': 'cli_standing_can_improve',
  normal: 'cli_standing_normal',
  unknown: 'cli_standing_unknown',
} as const satisfies Record<Report['standing'], TerminalKey>;

const levers = {
  'where-to-stream': 'cli_lever_where_to_stream',
  'how-to-stream': 'cli_lever_how_to_stream',
  'who-streams': 'cli_lever_who_streams',
  'what-to-sell': 'cli_lever_what_to_sell',
  'how-to-sell': 'cli_lever_how_to_sell',
  'drive-engagement': 'cli_lever_drive_engagement',
  market: 'cli_lever_market',
} as const satisfies Record<Finding['lever'], TerminalKey>;

const verdicts = {
  lower: 'cli_verdict_lower',
  higher: 'cli_verdict_higher',
  same: 'cli_verdict_same',
  'not-reported': 'cli_verdict_not_reported',
  'no-benchmark': 'cli_verdict_no_benchmark',
  'unknown-denominator': 'cli_verdict_unknown_denominator',
  'not-comparable': 'cli_verdict_not_comparable',
  contradicts: 'cli_verdict_contradicts',
} as const satisfies Record<NoVerdict | 'lower' | 'higher' | 'same', TerminalKey>;
