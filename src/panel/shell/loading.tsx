import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import '../basic/basic.css';
import '../diagnosis/diagnosis.css';
import './loading.css';

const facts = ['58%', '72%', '64%', '44%'];
const rows = [0, 1, 2];

/** The first two sections in grey, at the size they will have. */
export function Loading(): JSX.Element {
  const { t } = useI18n();
  return (
    <div aria-busy="true">
      <p role="status">
        <VisuallyHidden>{t('panel_loading')}</VisuallyHidden>
      </p>
      <div class="section">
        <div class="basic">
          <span class="basic-cover">
            <Skeleton height="100%" />
          </span>
          <div class="loading-facts">
            <Skeleton width="82%" height="17px" />
            {facts.map((width) => (
              <Skeleton key={width} width={width} height="12px" />
            ))}
          </div>
          <div class="basic-chips" />
        </div>
      </div>
      <div class="section">
        <div class="summary-grid">
          <div class="summary-lead">
            <div class="section-head">
              <Skeleton width="130px" height="15px" />
            </div>
            <div class="heads">
              <Skeleton height="134px" />
              <Skeleton height="134px" />
            </div>
            <div class="loading-text">
              <Skeleton height="15px" />
              <Skeleton height="15px" />
              <Skeleton width="60%" height="15px" />
            </div>
          </div>
          <div class="summary-factors loading-factors">
            {rows.map((row) => (
              <Skeleton key={row} height="38px" />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
