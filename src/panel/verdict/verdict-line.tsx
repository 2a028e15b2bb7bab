import type { JSX } from 'preact';
import type { LiveVerdict, Report, VerdictReference } from '../../diagnosis/report.ts';
import { shortVerdict, usualWords } from '../../diagnosis/text/short-verdict.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import type { Session } from '../../metrics/session.ts';
import { formatPercent } from '../../platform/format.ts';
import { StateChips } from '../basic/state-chips.tsx';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { VersusSelect } from '../versus/versus-select.tsx';
import { perHourText, totalsOf } from './totals.ts';

/** The verdict in one line, and the figures that a seller looks for first. */
export function VerdictLine({
  report,
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const { verdict } = report;
  const { yours, reference } = verdict;
  const perHour = (value: number): string => perHourText(value, report, words);
  /** Of what is usual also on how many LIVEs it rests. */
  const referenceText = ({ versus, value, n }: VerdictReference): string => {
    const values = {
      reference: versusName(versus),
      value: { kind: 'text', text: perHour(value) },
    } as const;
    return versus === 'usual' && n !== undefined
      ? t('verdict_reference_of', { ...values, count: { kind: 'count', value: n } })
      : t('verdict_reference', values);
  };
  return (
    <>
      <div class="verdict-tag">
        <Tag verdict={verdict} />
        <StateChips session={session} />
        <VersusSelect />
      </div>
      <p class="verdict-headline">{write(report.headline)}</p>
      <ul class="verdict-totals" aria-label={t('verdict_totals')}>
        {yours !== undefined && (
          <li>
            <b class="verdict-figure">{perHour(yours)}</b>
          </li>
        )}
        {reference !== undefined && <li class="verdict-reference">{referenceText(reference)}</li>}
        {totalsOf(report, words).map(({ id, figure, label }) => (
          <li key={id} data-total={id}>
            <b>{figure}</b> {label}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How far the LIVE lies from its reference; in colour only outside of what is usual. */
function Tag({ verdict }: { verdict: LiveVerdict }): JSX.Element | null {
  const { t, locale } = useI18n();
  const asked = useApp().settings.settings.value.versus;
  const short = shortVerdict(verdict);
  if (short === undefined) return null;
  const { shape, tone, share, versus } = short;
  const percent = { kind: 'text', text: formatPercent(share, locale) } as const;
  if (shape === 'flat') {
    const usual = usualWords(verdict.difference ?? 0);
    return (
      <Chip tone={tone}>
        {t(versus === 'usual' ? usual : 'panel_verdict_same', { share: percent })}
      </Chip>
    );
  }
  const values = {
    share: percent,
    reference: versusName(versus),
  } as const;
  // The choice beside it says of what, unless something else stands in.
  const words = shape === 'down' ? 'verdict_below' : 'verdict_above';
  return (
    <Chip tone={tone} shape={shape}>
      {t(versus === asked ? `${words}_short` : words, values)}
    </Chip>
  );
}
