import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Estimate, Finding, Lever, Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { factorToPin } from '../board/pinnable.ts';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { type Axis, IntervalBar } from '../design/interval-bar.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { formatAmount } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { useRevealed } from '../state/reveal.ts';
import { useBenchmarkClips } from './benchmark-clips.tsx';
import { FactorDetail } from './factor-detail.tsx';
import { surenessText } from './sureness.ts';
import './factor.css';

const levers = {
  'where-to-stream': 'panel_lever_where_to_stream',
  'how-to-stream': 'panel_lever_how_to_stream',
  'who-streams': 'panel_lever_who_streams',
  'what-to-sell': 'panel_lever_what_to_sell',
  'how-to-sell': 'panel_lever_how_to_sell',
  'drive-engagement': 'panel_lever_drive_engagement',
  market: 'panel_lever_market',
} as const satisfies Record<Lever, MessageKey>;

const states = {
  gap: undefined,
  fine: 'panel_factor_fine',
  'not-enough-data': 'panel_factor_not_enough',
  'cannot-judge': 'panel_factor_cannot_judge',
  error: 'panel_factor_error',
} as const satisfies Record<Finding['state'], MessageKey | undefined>;

/** One factor in a line: name, lever and sureness, its money per hour with interval; unfolds. */
export function FactorRow({
  finding,
  report,
  session,
  axis,
  open,
  onToggle,
}: {
  finding: Finding;
  report: Report;
  session: Session;
  axis: Axis;
  open: boolean;
  onToggle: () => void;
}): JSX.Element {
  const words = useI18n();
  const id = useId();
  const { t, write } = words;
  const { board } = useApp();
  const row = useRevealed<HTMLButtonElement>({ kind: 'factor', id: finding.factor });
  const pinned = board.find(factorToPin(finding, report, session).thing) !== undefined;
  const state = states[finding.state];
  const sure = finding.state === 'gap' ? surenessText(finding.sureness, words) : undefined;
  const clips = useBenchmarkClips(finding);
  const under = [
    t(levers[finding.lever]),
    state === undefined ? sure : t(state),
    finding.state === 'gap' && finding.money === undefined ? explains() : undefined,
    clips > 0 ? t('streams_clips', { count: { kind: 'count', value: clips } }) : undefined,
  ];
  return (
    <li class={finding.state === 'gap' ? 'factor' : 'factor factor-quiet'}>
      <button
        ref={row}
        type="button"
        class="factor-row"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        <span class="factor-name">
          <b>
            {write(finding.title)}
            {pinned && (
              <span class="factor-pinned">
                <Icon name="pin" size={12} />
                <VisuallyHidden>{t('board_pinned')}</VisuallyHidden>
              </span>
            )}
          </b>
          <small class="factor-under">
            {under.filter((part) => part !== undefined).join(' · ')}
          </small>
        </span>
        {finding.state === 'gap' && finding.money !== undefined ? (
          <Money estimate={finding.money} axis={axis} report={report} />
        ) : (
          <Brief finding={finding} />
        )}
        <Icon name="chevron" size={14} />
      </button>
      {open && (
        <div id={id}>
          <FactorDetail finding={finding} report={report} session={session} />
        </div>
      )}
    </li>
  );

  function explains(): string | undefined {
    if (finding.step === undefined) return undefined;
    const message = `metric_${finding.step}_name` as const;
    return t('panel_factor_explains', { step: { kind: 'message', message } });
  }
}

/** The factor in a few words at the row's end; what it lacks is a sentence and has a line of its own. */
function Brief({ finding }: { finding: Finding }): JSX.Element | null {
  const { write } = useI18n();
  const scarce = finding.state === 'not-enough-data' ? finding.needs : undefined;
  const brief = scarce === undefined ? finding.brief : undefined;
  const text = brief ?? finding.needs;
  if (text === undefined) return null;
  return (
    <span class={brief === undefined ? 'factor-brief factor-needs' : 'factor-brief'}>
      {write(text)}
    </span>
  );
}

function Money({
  estimate,
  axis,
  report,
}: {
  estimate: Estimate;
  axis: Axis;
  report: Report;
}): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency: report.currency, locale };
  const amount = (value: number): string => formatAmount(value, { ...style, detail: 'estimate' });
  const end = (value: number): string => formatAmount(value, { ...style, detail: 'bound' });
  const { value, low, high } = estimate;
  const known = low !== undefined && high !== undefined;
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  return (
    <>
      <IntervalBar
        estimate={estimate}
        axis={axis}
        label={
          known
            ? t('panel_interval', {
                value: text(amount(value)),
                low: text(end(low)),
                high: text(end(high)),
              })
            : amount(value)
        }
      />
      <span class="factor-money">
        <b>{amount(value)}</b>
        {known && (
          <small aria-hidden="true">
            {end(low)} – {end(high)}
          </small>
        )}
      </span>
    </>
  );
}
