import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Finding, Lever, Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { factorToPin } from '../board/pinnable.ts';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { formatAmount } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { useRevealed } from '../state/reveal.ts';
import { useBenchmarkClips } from './benchmark-clips.tsx';
import { FactorDetail } from './factor-detail.tsx';
import type { Cost } from './factor-groups.ts';
import './factor.css';
import { MoneyBar } from './money-bar.tsx';
import { surenessWord } from './sureness.ts';

const levers = {
  'where-to-stream': 'panel_lever_where_to_stream',
  'how-to-stream': 'panel_lever_how_to_stream',
  'who-streams': 'panel_lever_who_streams',
  'what-to-sell': 'panel_lever_what_to_sell',
  'how-to-sell': 'panel_lever_how_to_sell',
  'drive-engagement': 'panel_lever_drive_engagement',
  market: 'panel_lever_market',
} as const satisfies Record<Lever, MessageKey>;

/**
 * One factor: its name, lever and sureness, and where it is known its money per hour with interval; else
 * what was seen, or what it needs. Unfolds.
 */
export function FactorRow({
  finding,
  cost,
  explainsAbove,
  report,
  session,
  scaleEnd,
  open,
  onToggle,
}: {
  finding: Finding;
  cost: Cost | undefined;
  /** Whether it stands below the factor whose step it may explain. */
  explainsAbove: boolean;
  report: Report;
  session: Session;
  scaleEnd: number;
  open: boolean;
  onToggle: () => void;
}): JSX.Element {
  const words = useI18n();
  const id = useId();
  const { t, write } = words;
  const { board } = useApp();
  const row = useRevealed<HTMLButtonElement>({ kind: 'factor', id: finding.factor });
  const pinned = board.find(factorToPin(finding, report, session).thing) !== undefined;
  const clips = useBenchmarkClips(finding);
  const isGap = finding.state === 'gap';
  const how = [
    t(levers[finding.lever]),
    isGap && finding.sureness !== undefined ? surenessWord(finding.sureness, words) : undefined,
    isGap && finding.money === undefined ? part() : undefined,
    clips > 0 ? t('streams_clips', { count: { kind: 'count', value: clips } }) : undefined,
  ]
    .filter((one) => one !== undefined)
    .join(' · ');
  const said = isGap || finding.state === 'fine' ? finding.brief : finding.needs;
  const look = [
    'factor',
    isGap ? undefined : 'factor-quiet',
    explainsAbove ? 'factor-part' : undefined,
  ];
  return (
    <li class={look.filter((part) => part !== undefined).join(' ')}>
      <button
        ref={row}
        type="button"
        class="factor-row"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
      >
        <span class="factor-name">
          <b>{write(finding.title)}</b>
          {pinned && (
            <span class="factor-pinned">
              <Icon name="pin" size={12} />
              <VisuallyHidden>{t('board_pinned')}</VisuallyHidden>
            </span>
          )}
        </span>
        {cost !== undefined ? (
          <>
            <span class="factor-under">{how}</span>
            <Money cost={cost} scaleEnd={scaleEnd} report={report} />
          </>
        ) : (
          <span class="factor-words">
            <span class="factor-under">{how}</span>
            {said !== undefined && <span class="factor-said">{write(said)}</span>}
          </span>
        )}
        <Icon name="chevron" size={14} />
      </button>
      {open && (
        <div id={id}>
          <FactorDetail
            finding={finding}
            report={report}
            session={session}
            said={cost === undefined ? said : undefined}
          />
        </div>
      )}
    </li>
  );

  /** What a factor that carries no step's money may have to do with it. */
  function part(): string {
    if (finding.step === undefined) return t('panel_factor_part');
    const message = `metric_${finding.step}_name` as const;
    return t('panel_factor_explains', { step: { kind: 'message', message } });
  }
}

function Money({
  cost: { estimate, atLeast },
  scaleEnd,
  report,
}: {
  cost: Cost;
  scaleEnd: number;
  report: Report;
}): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency: report.currency, locale };
  const end = (value: number): string => formatAmount(value, { ...style, detail: 'bound' });
  const { value, low, high } = estimate;
  const known = low !== undefined && high !== undefined;
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  const amount = atLeast
    ? t('panel_money_least', { money: text(end(value)) })
    : formatAmount(value, { ...style, detail: 'estimate' });
  return (
    <>
      <MoneyBar
        estimate={estimate}
        end={scaleEnd}
        label={
          known
            ? t('panel_interval', {
                value: text(amount),
                low: text(end(low)),
                high: text(end(high)),
              })
            : amount
        }
      />
      <b class="factor-money" aria-hidden="true">
        {amount}
      </b>
      {known && (
        <small class="factor-range" aria-hidden="true">
          {end(low)} – {end(high)}
        </small>
      )}
    </>
  );
}
