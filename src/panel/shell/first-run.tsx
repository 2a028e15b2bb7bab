import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { HistoryFault, ReadButton } from '../history/history-note.tsx';
import { useApp } from '../state/app.ts';
import './first-run.css';
import { FaultNotice } from './states.tsx';

/** Nothing is connected yet: what this is, and the two ways in. */
export function FirstRun(): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const fault = app.lost.value;
  // The first card says the same as its notice would.
  const signedOut = fault?.code === 'signed-out';
  return (
    <section class="first-run" id="diagnosis" tabIndex={-1} aria-labelledby="first-run-title">
      <h2 id="first-run-title">{t('panel_first_title')}</h2>
      <p>{t('panel_first_what')}</p>
      {fault !== undefined && !signedOut && <FaultNotice code={fault.code} fault={fault} />}
      <ul class="first-ways">
        <li class="card">
          <h3>{t('panel_first_connect')}</h3>
          <p>{t('panel_first_connect_how')}</p>
          <div class="first-deeds">
            <Button
              look="primary"
              onClick={() => void app.ports.ask('tab.open', { page: 'seller-center' })}
            >
              {t('panel_open_seller_center')}
            </Button>
            <ReadButton onBegun={() => void app.start(location.href)} />
            {signedOut && (
              <Button icon="refresh" onClick={() => void app.start(location.href)}>
                {t('panel_retry')}
              </Button>
            )}
          </div>
          <HistoryFault />
        </li>
        <li class="card">
          <h3>{t('panel_first_sample')}</h3>
          <p>{t('panel_first_sample_how')}</p>
          <Button icon="flask" onClick={() => void app.explore(true)}>
            {t('panel_explore_sample')}
          </Button>
        </li>
      </ul>
      <p class="small quiet">{t('panel_first_private')}</p>
    </section>
  );
}
