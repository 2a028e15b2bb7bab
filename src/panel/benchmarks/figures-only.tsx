import type { JSX } from 'preact';
import { recordingState } from '../../metrics/live/recording.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { AgainstYours } from './against.tsx';
import { requestOf } from './case-request.ts';
import { type BenchmarkCase, clipOf } from './cases.ts';
import { GroupCount } from './group-count.tsx';
import { useStart } from './use-start.ts';

/** LIVEs to learn from of which nothing can be watched: a line each, with nothing to press that could not work. */
export function FiguresOnly({
  cases,
  shown,
  factor,
}: {
  cases: readonly BenchmarkCase[];
  /** How many of them have a line so far. */
  shown: number;
  factor: string;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <div class="figures-only-head">
        <h4>{t('streams_figures_only')}</h4>
        <GroupCount of={cases} />
      </div>
      <ul class="figures-only">
        {cases.slice(0, shown).map((one) => (
          <Line key={one.live.room} one={one} factor={factor} />
        ))}
      </ul>
    </>
  );
}

function Line({ one, factor }: { one: BenchmarkCase; factor: string }): JSX.Element {
  const { t, locale } = useI18n();
  const app = useApp();
  const start = useStart(one);
  const mine = app.streams.mine.value;
  const { live } = one;
  const title = live.title ?? live.creator ?? t('panel_untitled');
  const clip = one.kind === 'own' ? undefined : clipOf(live, factor, () => false);
  const { state } = recordingState(requestOf(one, clip, title), app.now.value);
  const money = live.figures.gmvPerHour;
  return (
    <li>
      <span class="figures-only-live">
        {one.kind === 'own' ? (
          <button
            type="button"
            class="link benchmark-title"
            dir="auto"
            title={title}
            onClick={() => void app.open(one.record.id)}
          >
            {title}
          </button>
        ) : (
          <span class="benchmark-title" dir="auto" title={title}>
            {title}
          </span>
        )}
        <span class="quiet benchmark-start">
          {t(state === 'expired' ? 'streams_tag_expired' : 'streams_tag_absent')}
          {' · '}
          {start}
        </span>
      </span>
      <span class="figures-only-money">
        <b>
          {money === undefined
            ? '–'
            : t('factor_shared_perHour', {
                value: {
                  kind: 'text',
                  text: formatFigure('gmvPerHour', money, { currency: live.currency, locale }),
                },
              })}
        </b>
        <AgainstYours
          metric="gmvPerHour"
          theirs={money}
          yours={mine.figure('gmvPerHour')}
          currency={live.currency}
          mine={mine}
        />
      </span>
    </li>
  );
}
