import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { faultLook } from '../../metrics/fault.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { FirstPicture } from './first-picture.tsx';
import './first-run.css';
import { FaultNotice } from './states.tsx';

/** Nothing is connected yet: what this is in a sentence and a picture, and the two ways in. */
export function FirstRun(): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const sent = useSignal(false);
  const fault = app.lost.value;
  // The way to Seller Center says the same as its notice would.
  const signedOut = fault?.code === 'signed-out';
  const needsLeave = fault !== undefined && faultLook(fault.code).action === 'allow';
  const again = (): void => void app.start(location.href);
  useEffect(() => {
    if (!sent.value) return;
    // Back from signing in, nobody should have to say so.
    const back = (): void => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [sent.value]);
  return (
    <section class="first-run" id="diagnosis" tabIndex={-1} aria-labelledby="first-run-title">
      <div class="first-words">
        <h2 id="first-run-title">{t('panel_first_title')}</h2>
        <p>{t('panel_first_what')}</p>
        {fault !== undefined && !signedOut && <FaultNotice fault={fault} />}
        <div class="first-way">
          <p>{t('panel_first_connect_how')}</p>
          <div class="first-deeds">
            <Button
              look={needsLeave ? 'plain' : 'primary'}
              onClick={() => {
                sent.value = true;
                void app.ports.ask('tab.open', { page: 'seller-center' });
              }}
            >
              {t('panel_open_seller_center')}
            </Button>
            {signedOut && sent.value && (
              <Button icon="refresh" onClick={again}>
                {t('panel_retry')}
              </Button>
            )}
          </div>
          <p class="small quiet">{t('panel_first_works_on')}</p>
        </div>
        <div class="first-way">
          <p>{t('import_first_how')}</p>
          <Button
            onClick={() => {
              app.importing.value = [];
            }}
          >
            {t('import_open')}
          </Button>
        </div>
        <div class="first-way">
          <p>{t('panel_first_sample_how')}</p>
          <Button icon="flask" onClick={() => void app.explore(true)}>
            {t('panel_explore_sample')}
          </Button>
        </div>
        <p class="small quiet">{t('panel_first_private')}</p>
      </div>
      <FirstPicture />
    </section>
  );
}
