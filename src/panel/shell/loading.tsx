import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import '../verdict/verdict.css';
import './loading.css';

/** Title, verdict, figures, course and the five steps. */
const lines = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** The first screen in grey, at the size it will have; panel.html shows the same before any script runs. */
export function Loading(): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <div class="section" aria-busy="true">
        <p role="status">
          <VisuallyHidden>{t('panel_loading')}</VisuallyHidden>
        </p>
        <div class="section-head loading-head">
          <Skeleton />
        </div>
        <div class="verdict">
          <div class="loading-lead">
            {lines.map((line) => (
              <Skeleton key={line} />
            ))}
          </div>
          <Skeleton />
        </div>
      </div>
      {/* As long as what comes, so that no scrollbar pushes the bars aside then. */}
      <div class="rest-to-come" />
    </>
  );
}
