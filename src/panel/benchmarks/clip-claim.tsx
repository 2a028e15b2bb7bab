import type { JSX } from 'preact';
import { metric } from '../../metrics/catalogue.ts';
import type { Clip } from '../../metrics/feed/category-slice.ts';
import { seconds } from '../../metrics/time.ts';
import { factorName } from '../board/names.ts';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { wholeMinutes } from '../whole-minutes.ts';
import { AgainstYours } from './against.tsx';
import { ANY_FACTOR } from './any-factor.ts';
import { type BenchmarkCase, isExample } from './cases.ts';

/**
 * What the clip shows: the factor, how high its metric stood in it against the own LIVE's best stretch of the same
 * length, where that is known.
 */
export function ClipClaim({
  one,
  clip,
  factor,
}: {
  one: BenchmarkCase;
  clip: Clip;
  factor: string;
}): JSX.Element {
  const { live } = one;
  const words = useI18n();
  const { t, locale } = words;
  const { streams } = useApp();
  const mine = streams.mine.value;
  const span = seconds(clip.to - clip.from);
  const yours = mine.best(clip.metric, span);
  const text = (value: number, currency = live.currency) =>
    formatFigure(clip.metric, value, { currency, locale });
  return (
    <div class="benchmark-shows">
      {factor === ANY_FACTOR && clip.factor !== ANY_FACTOR && isExample(one, clip, mine) && (
        <p class="quiet">
          {t('streams_shows', { factor: { kind: 'text', text: factorName(clip.factor, words) } })}
        </p>
      )}
      {clip.level !== undefined && (
        <>
          <p>
            <b>
              {t('streams_best_of', {
                metric: { kind: 'text', text: t(metric(clip.metric).name) },
                length: { kind: 'duration', seconds: wholeMinutes(span) },
              })}
            </b>
          </p>
          <dl>
            <div>
              <dt class="quiet">{t('streams_beside_clip')}</dt>
              <dd>{text(clip.level)}</dd>
              <dd class="benchmark-against">
                <AgainstYours
                  metric={clip.metric}
                  theirs={clip.level}
                  yours={yours}
                  currency={live.currency}
                  mine={mine}
                />
              </dd>
            </div>
            {yours !== undefined && (
              <div>
                <dt class="quiet">{t('streams_beside_yours')}</dt>
                <dd>{text(yours, mine.currency)}</dd>
                <dd class="benchmark-against" />
              </div>
            )}
          </dl>
        </>
      )}
    </div>
  );
}
