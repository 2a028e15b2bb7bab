import type { JSX } from 'preact';
import { recordingState } from '../../metrics/live/recording.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { AgainstYours } from './against.tsx';
import { requestOf } from './case-request.ts';
import { type BenchmarkCase, clipOf } from './cases.ts';

/** LIVEs to learn from of which nothing can be watched: a line each, with nothing to press that could not work. */
export function FiguresOnly({
  cases,
  factor,
}: {
  cases: readonly BenchmarkCase[];
  factor: string;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <h4 class="figures-only-title">{t('streams_figures_only')}</h4>
      <ul class="figures-only">
        {cases.map((one) => (
          <Line key={one.live.room} one={one} factor={factor} />
        ))}
      </ul>
    </>
  );
}

function Line({ one, factor }: { one: BenchmarkCase; factor: string }): JSX.Element {
  const { t, locale } = useI18n();
  const app = useApp();
  const mine = app.streams.mine.value;
  const { live } = one;
  const title = live.title ?? live.creator ?? t('panel_untitled');
  const zone = one.kind === 'own' ? one.record.room.zone : undefined;
  const clip = one.kind === 'own' ? undefined : clipOf(live, factor, () => false);
  const { state } = recordingState(requestOf(one, clip, title), app.now.value);
  const money = live.figures.gmvPerHour;
  return (
    <li>
      <span class="figures-only-live">
        {one.kind === 'own' ? (
          <button type="button" class="link clip-text" onClick={() => void app.open(one.record.id)}>
            {title}
          </button>
        ) : (
          <span class="clip-text">{title}</span>
        )}
        <span class="quiet clip-text">
          {t(state === 'expired' ? 'streams_tag_expired' : 'streams_tag_absent')}
          {' · '}
          {formatInstant(toMs(live.startedAt), zone, locale, 'short')}
        </span>
      </span>
      <b>
        {money === undefined
          ? '–'
          : formatFigure('gmvPerHour', money, { currency: live.currency, locale })}
      </b>
      <AgainstYours
        metric="gmvPerHour"
        theirs={money}
        yours={mine.figure('gmvPerHour')}
        currency={live.currency}
        mine={mine}
      />
    </li>
  );
}
