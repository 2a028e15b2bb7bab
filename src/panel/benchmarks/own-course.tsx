import type { JSX } from 'preact';
import { CUT_SECONDS } from '../../diagnosis/replay-cut.ts';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

/** Why no card holds its clip against the best minutes of the LIVE in view, once for all of them; nothing where they do. */
export function OwnCourse(): JSX.Element | null {
  const { t } = useI18n();
  const { room, streams } = useApp();
  const { session } = room.view.value;
  if (session === undefined) return null;
  if (session.timeline === undefined) {
    return <p class="quiet small">{t('streams_course_unknown')}</p>;
  }
  const step = session.timeline.interval;
  if (step <= CUT_SECONDS || streams.mine.value.best('gmvPerHour', CUT_SECONDS) !== undefined) {
    return null;
  }
  return (
    <p class="quiet small">
      {t('streams_course_coarse', {
        step: { kind: 'duration', seconds: step },
        length: { kind: 'duration', seconds: CUT_SECONDS },
      })}
    </p>
  );
}
