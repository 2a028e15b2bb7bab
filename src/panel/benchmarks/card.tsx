import type { JSX } from 'preact';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Clip } from '../../metrics/feed/category-slice.ts';
import { recordingState } from '../../metrics/live/recording.ts';
import { seconds, toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { factorName } from '../board/names.ts';
import { PinButton } from '../board/pin-button.tsx';
import { clipToPin } from '../board/pinnable.ts';
import { Button } from '../design/button.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlayMark } from '../design/icon.tsx';
import { formatFigure } from '../figures.ts';
import { clipReplay, ownReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { AgainstYours } from './against.tsx';
import { ANY_FACTOR } from './any-factor.ts';
import type { BenchmarkCase } from './cases.ts';
import { useClip } from './use-clip.ts';

/** One LIVE to learn from: its cover with the clip to play, its figures against yours, and what it shows. */
export function BenchmarkCard({
  one,
  factor,
}: {
  one: BenchmarkCase;
  factor: string;
}): JSX.Element {
  const { t, locale } = useI18n();
  const app = useApp();
  const clip = useClip(one, factor);
  const { live } = one;
  const title = live.title ?? live.creator ?? t('panel_untitled');
  const asked = requestOf(one, clip, t('panel_untitled'));
  const zone = one.kind === 'own' ? one.record.room.zone : undefined;
  return (
    <li class="benchmark">
      <CardCover asked={asked} title={title} />
      <div class="benchmark-body">
        {one.kind === 'own' ? (
          <button
            type="button"
            class="link benchmark-title"
            onClick={() => void app.open(one.record.id)}
          >
            {title}
          </button>
        ) : (
          <p class="benchmark-title">{title}</p>
        )}
        <p class="quiet clip-text">
          {[
            one.kind === 'feed' && live.title !== undefined ? live.creator : undefined,
            formatInstant(toMs(live.startedAt), zone, locale, 'date'),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
        <dl>
          <Figure one={one} metric="gmvPerHour" name={t('benchmarks_gmv_short')} />
          <Figure one={one} metric="impressionsPerHour" name={t('benchmarks_impressions_short')} />
        </dl>
        {clip !== undefined && <Shows one={one} clip={clip} factor={factor} />}
        <div class="benchmark-deeds">
          <Button
            icon="beside"
            aria-label={t('streams_beside_label', { title: { kind: 'text', text: title } })}
            onClick={() => {
              app.compare.value = asked;
            }}
          >
            {t('streams_beside')}
          </Button>
          {clip !== undefined && (
            <PinButton
              look="icon"
              pinnable={clipToPin(live, clip, {
                ...(one.kind === 'feed' ? { feed: one.feed.name } : {}),
                simulated: isSimulated(one),
              })}
            />
          )}
        </div>
      </div>
    </li>
  );
}

/** The cover; plays the clip while there is one to play, and says for how long, or that it is gone. */
function CardCover({ asked, title }: { asked: ReplayRequest; title: string }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const clip = recordingState(asked, app.now.value);
  return (
    <div class="benchmark-cover">
      <CoverPicture url={asked.coverUrl} class="benchmark-picture" />
      {clip.state === 'playable' && (
        <button
          type="button"
          class="cover-button"
          aria-label={t('benchmarks_play', { title: { kind: 'text', text: title } })}
          onClick={() => {
            app.replay.value = asked;
          }}
        >
          <span class="cover-play">
            <PlayMark />
          </span>
        </button>
      )}
      {clip.state === 'expired' && <span class="cover-note">{t('streams_tag_expired')}</span>}
      {clip.state === 'absent' && <span class="cover-note">{t('streams_tag_absent')}</span>}
      {clip.state === 'playable' && clip.daysLeft !== undefined && (
        <span class="cover-note">
          {t('benchmarks_days_left', { count: { kind: 'count', value: clip.daysLeft } })}
        </span>
      )}
    </div>
  );
}

function Figure({
  one: { live },
  metric: id,
  name,
}: {
  one: BenchmarkCase;
  metric: MetricId;
  name: string;
}): JSX.Element {
  const { locale } = useI18n();
  const { streams } = useApp();
  const value = live.figures[id];
  return (
    <>
      <dt class="quiet">{name}</dt>
      <dd>
        {value === undefined ? '–' : formatFigure(id, value, { currency: live.currency, locale })}
      </dd>
      <dd class="benchmark-against">
        <AgainstYours
          metric={id}
          theirs={value}
          yours={streams.mine.value.figure(id)}
          currency={live.currency}
          mine={streams.mine.value}
        />
      </dd>
    </>
  );
}

/** What the clip shows: the factor, how high its metric stood in it against your LIVE, and where it is. */
function Shows({
  one: { live },
  clip,
  factor,
}: {
  one: BenchmarkCase;
  clip: Clip;
  factor: string;
}): JSX.Element {
  const words = useI18n();
  const { t, locale } = words;
  const { streams } = useApp();
  const mine = streams.mine.value;
  const yours = mine.figure(clip.metric);
  const text = (value: number, currency = live.currency) =>
    ({ kind: 'text', text: formatFigure(clip.metric, value, { currency, locale }) }) as const;
  const name = { kind: 'text', text: t(metric(clip.metric).name) } as const;
  return (
    <div class="benchmark-shows">
      {factor === ANY_FACTOR && clip.factor !== ANY_FACTOR && (
        <p class="quiet">
          {t('streams_shows', { factor: { kind: 'text', text: factorName(clip.factor, words) } })}
        </p>
      )}
      {clip.level !== undefined && (
        <p>
          <b>{t('streams_level', { metric: name, level: text(clip.level) })}</b>
          {yours !== undefined && (
            <span class="quiet">
              {' '}
              {t('benchmarks_against', { yours: text(yours, mine.currency) })}
            </span>
          )}
        </p>
      )}
      <p class="quiet">
        {t('benchmarks_cut', {
          from: { kind: 'duration', seconds: clip.from },
          length: { kind: 'duration', seconds: clip.to - clip.from },
        })}
      </p>
    </div>
  );
}

const isSimulated = (one: BenchmarkCase): boolean =>
  one.kind === 'own' ? one.record.simulated : one.feed.simulated;

function requestOf(one: BenchmarkCase, clip: Clip | undefined, untitled: string): ReplayRequest {
  const simulated = isSimulated(one);
  if (one.kind === 'own') {
    return clip === undefined
      ? ownReplay(one.record, untitled)
      : { ...ownReplay(one.record, untitled), from: clip.from, to: clip.to, clip };
  }
  const whose = { kind: 'feed', name: one.feed.name } as const;
  if (clip !== undefined) return clipReplay(one.live, clip, { whose, untitled, simulated });
  const { room, title, coverUrl } = one.live;
  return {
    room,
    from: seconds(0),
    title: title ?? untitled,
    whose,
    coverUrl,
    live: one.live,
    simulated,
  };
}
