import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

/** Why no card holds its clip against the best minutes of the LIVE in view, once for all of them; nothing where they do. */
export function OwnCourse(): JSX.Element | null {
  const { t } = useI18n();
  const lack = useApp().streams.courseLack.value;
  if (lack === undefined) return null;
  return (
    <p class="quiet small">
      {lack.kind === 'unknown'
        ? t('streams_course_unknown')
        : t('streams_course_coarse', {
            step: { kind: 'duration', seconds: lack.step },
            length: { kind: 'duration', seconds: lack.length },
          })}
    </p>
  );
}
