import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import '../verdict/verdict.css';
import './loading.css';

const steps = [0, 1, 2, 3, 4];

/** The first screen in grey, at the size it will have. */
export function Loading(): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <div class="section" aria-busy="true">
        <p role="status">
          <VisuallyHidden>{t('panel_loading')}</VisuallyHidden>
        </p>
        <div class="section-head">
          <Skeleton width="130px" height="15px" />
        </div>
        <div class="verdict">
          <div class="loading-lead">
            <Skeleton width="160px" height="20px" />
            <Skeleton width="82%" height="24px" />
            <Skeleton width="94%" height="17px" />
            <Skeleton height="50px" />
            {steps.map((step) => (
              <Skeleton key={step} height="26px" />
            ))}
          </div>
          <Skeleton height="150px" />
        </div>
      </div>
      {/* As long as what comes, so that no scrollbar pushes the bars aside then. */}
      <div class="rest-to-come" />
    </>
  );
}
