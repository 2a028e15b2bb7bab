import type { JSX } from 'preact';
import type { Pace, PaceRow } from '../../diagnosis/pace/pace.ts';
import type { StepId } from '../../diagnosis/step-id.ts';
import { stepWords } from '../../diagnosis/text/step-words.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import '../diagnosis/evidence.css';
import { surenessText } from '../diagnosis/sureness.ts';
import { formatAmount, formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import './course.css';

const looks = {
  behind: { tone: 'low', shape: 'down', word: 'panel_pace_behind' },
  usual: { tone: 'plain', shape: undefined, word: 'panel_pace_usual' },
  ahead: { tone: 'high', shape: 'up', word: 'panel_pace_ahead' },
} as const satisfies Record<
  PaceRow['standing'],
  { word: MessageKey; [look: string]: string | undefined }
>;

/**
 * How a running LIVE goes against own LIVEs at the same minute, where it leads, and the one step to act on now. Where
 * the pace can't be told, that is the step with most to gain; to be shown more often nothing can be done meanwhile.
 */
export function PaceCard({
  pace,
  currency,
  viewers,
  gmv,
  first,
}: {
  pace: Pace;
  currency: CurrencyCode | undefined;
  /** People in the LIVE now; undefined while that isn't known. */
  viewers: number | undefined;
  /** What it made so far; undefined while that isn't known. */
  gmv: number | undefined;
  /** The step that has most to gain by the rates so far; undefined where none surely has. */
  first: StepId | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  return (
    <section class="card pace" aria-labelledby="pace-title">
      <div class="row">
        <h3 id="pace-title">{t('panel_pace')}</h3>
        <Tooltip label={t('panel_pace_how')}>
          <p>{t('panel_pace_what')}</p>
          <p class="quiet">{t('panel_pace_projected')}</p>
        </Tooltip>
        {viewers !== undefined && (
          <span class="pace-viewers">
            <b>{formatFigure('currentViewers', viewers, { currency, locale: words.locale })}</b>{' '}
            {words.write({
              key: 'panel_pace_viewers',
              values: { count: { kind: 'count', value: viewers } },
            })}
          </span>
        )}
      </div>
      {pace.state === 'untold' ? (
        <>
          {gmv !== undefined && (
            <p class="pace-lead">
              {t('panel_pace_gmv', {
                gmv: {
                  kind: 'text',
                  text: formatFigure('gmv', gmv, { currency, locale: words.locale }),
                },
              })}
            </p>
          )}
          {first !== undefined && first !== 'impressionsPerHour' && (
            <p class="pace-act">
              <b>{t('panel_pace_act')}</b> {t(stepWords[first].how)}
            </p>
          )}
          <p class={first === undefined ? undefined : 'quiet'}>
            <RichMessage text={pace.needs} />
          </p>
          {pace.needs.key === 'pace_moreLives' && <ReadMinutes />}
        </>
      ) : (
        <>
          <p class="pace-lead">
            <RichMessage text={pace.text} />
          </p>
          {pace.step !== undefined ? (
            <p class="pace-act">
              <b>{t('panel_pace_act')}</b> <RichMessage text={pace.step.act} />
            </p>
          ) : (
            <p class="quiet">{t('panel_pace_no_step')}</p>
          )}
          <Disclosure summary={t('panel_pace_more')} class="pace-more">
            {pace.step !== undefined && (
              <p class="quiet">
                <RichMessage text={pace.step.text} /> {sure(pace.step.sureness)}
              </p>
            )}
            {pace.projection !== undefined && (
              <p>
                <RichMessage text={pace.projection.text} />
              </p>
            )}
            <PaceTable rows={pace.rows} currency={currency} />
          </Disclosure>
        </>
      )}
    </section>
  );

  function sure(probability: number): string {
    const text = surenessText(probability, words) ?? '';
    return t('panel_pace_sure', { sure: { kind: 'text', text } });
  }
}

/** Has the minutes of earlier LIVEs read, where there are any to read. */
function ReadMinutes(): JSX.Element | null {
  const { t } = useI18n();
  const { history, settings } = useApp();
  if (settings.settings.value.sample || history.offer.value === undefined) return null;
  const phase = history.progress.value?.phase;
  // Under way it is told of, and paused, where it was begun.
  if (phase === 'running' || phase === 'paused') return null;
  return (
    <Button
      look="link"
      icon="refresh"
      aria-disabled={history.asking.value}
      onClick={() => void history.start()}
    >
      {t('pace_read')}
    </Button>
  );
}

function PaceTable({
  rows,
  currency,
}: {
  rows: readonly PaceRow[];
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const { t, locale } = useI18n();
  return (
    <table class="evidence" style={{ '--figures': 3 }}>
      <thead>
        <tr>
          <th scope="col">{t('panel_evidence_figure')}</th>
          <th scope="col">{t('panel_pace_now')}</th>
          <th scope="col">{t('panel_pace_then')}</th>
          <th scope="col">{t('panel_pace_standing')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ metric: id, now, usual, standing }) => {
          const figure = (value: number) =>
            id === 'gmv'
              ? formatAmount(value, { currency, locale })
              : formatFigure(id, Math.round(value), { currency, locale });
          const { tone, shape, word } = looks[standing];
          return (
            <tr key={id}>
              <td>{t(metric(id).name)}</td>
              <td>{figure(now)}</td>
              <td>
                {t('panel_pace_range', {
                  low: { kind: 'text', text: figure(usual.p25) },
                  high: { kind: 'text', text: figure(usual.p75) },
                })}
              </td>
              <td>
                <Chip tone={tone} shape={shape}>
                  {t(word)}
                </Chip>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
