import type { JSX } from 'preact';
import type { MetricId } from '../../metrics/catalogue.ts';
import { recordingState, timeLeftText } from '../../metrics/live/recording.ts';
import { PinButton } from '../board/pin-button.tsx';
import { clipToPin } from '../board/pinnable.ts';
import { Button } from '../design/button.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlayMark } from '../design/icon.tsx';
import { figureOrDash } from '../figures.ts';
import { playerClock } from '../replay/clock.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { AgainstYours } from './against.tsx';
import { isSimulated, requestOf } from './case-request.ts';
import type { BenchmarkCase } from './cases.ts';
import { ClipClaim } from './clip-claim.tsx';
import { useClip } from './use-clip.ts';
import { useStart } from './use-start.ts';

/** One LIVE to learn from: its cover with the clip to play, its figures against yours, and what it shows. */
export function BenchmarkCard({
  one,
  factor,
}: {
  one: BenchmarkCase;
  factor: string;
}): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const start = useStart(one);
  const clip = useClip(one, factor);
  const { live } = one;
  const title = live.title ?? live.creator ?? t('panel_untitled');
  const asked = requestOf(one, clip, t('panel_untitled'));
  return (
    <li class="benchmark">
      <div class="benchmark-film">
        <CardCover asked={asked} title={title} />
        {clip !== undefined && (
          <p class="quiet benchmark-place">
            {t('streams_clip_place', {
              from: { kind: 'text', text: playerClock(clip.from) },
              to: { kind: 'text', text: playerClock(clip.to) },
            })}
          </p>
        )}
      </div>
      <div class="benchmark-body">
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
          <p class="benchmark-title" dir="auto" title={title}>
            {title}
          </p>
        )}
        {one.kind === 'feed' && live.title !== undefined && live.creator !== undefined && (
          <p class="quiet clip-text" dir="auto" title={live.creator}>
            {live.creator}
          </p>
        )}
        <p class="quiet benchmark-start">{start}</p>
        <dl>
          <Figure one={one} metric="gmvPerHour" name={t('benchmarks_gmv_short')} />
          <Figure one={one} metric="impressionsPerHour" name={t('benchmarks_impressions_short')} />
        </dl>
        {clip !== undefined && <ClipClaim one={one} clip={clip} factor={factor} />}
        <div class="benchmark-deeds">
          <Button
            icon="beside"
            aria-label={t('streams_beside_label', { title: { kind: 'text', text: title } })}
            onClick={() => {
              app.beside.value = asked;
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

/** The cover; plays the clip while it is there, and says for how long. */
function CardCover({ asked, title }: { asked: ReplayRequest; title: string }): JSX.Element {
  const { t, write } = useI18n();
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
      {clip.state === 'playable' && clip.left !== undefined && (
        <span class="cover-note">{write(timeLeftText(clip.left))}</span>
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
    <div>
      <dt class="quiet">{name}</dt>
      <dd>{figureOrDash(id, value, { currency: live.currency, locale })}</dd>
      <dd class="benchmark-against">
        <AgainstYours
          metric={id}
          theirs={value}
          yours={streams.mine.value.figure(id)}
          currency={live.currency}
          mine={streams.mine.value}
        />
      </dd>
    </div>
  );
}
