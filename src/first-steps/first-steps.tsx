import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Fault } from '../metrics/fault.ts';
import { Button } from '../panel/design/button.tsx';
import { useI18n } from '../panel/design/i18n.ts';
import { Notice } from '../panel/design/notice.tsx';
import { FirstPicture } from '../panel/shell/first-picture.tsx';
import { ask } from '../platform/ask.ts';
import { browser } from '../platform/browser.ts';
import './first-steps.css';

/** From the install to a first diagnosis: three steps, what one gets, and a way around them. */
export function FirstSteps(): JSX.Element {
  const { t, write } = useI18n();
  const fault = useSignal<Fault | undefined>(undefined);
  const open = async (page: 'seller-center' | 'panel'): Promise<void> => {
    const opened = await ask('tab.open', { page });
    fault.value = opened.ok ? undefined : opened.fault;
  };
  const explore = async (): Promise<void> => {
    const changed = await ask('settings.set', { sample: true });
    if (changed.ok) await open('panel');
    else fault.value = changed.fault;
  };
  return (
    <main class="first-steps">
      <header class="row row-apart">
        <span class="row">
          <img src="/icons/32.png" alt="" width="20" height="20" />
          <b>{t('app_name')}</b>
        </span>
        <Button onClick={() => void closeTab()}>{t('first_steps_skip')}</Button>
      </header>
      <div>
        <h1>{t('panel_first_title')}</h1>
        {fault.value !== undefined && <Notice tone="fault">{write(fault.value.text)}</Notice>}
        <ol class="steps">
          <li>
            <h2>{t('first_steps_sign_in')}</h2>
            <p>{t('first_steps_sign_in_how')}</p>
            <Button look="primary" onClick={() => void open('seller-center')}>
              {t('panel_open_seller_center')}
            </Button>
          </li>
          <li>
            <h2>{t('first_steps_open')}</h2>
            <p>{t('first_steps_open_how')}</p>
            <p class="small quiet">{t('first_steps_pin')}</p>
          </li>
          <li>
            <h2>{t('first_steps_read')}</h2>
            <p>{t('panel_first_what')}</p>
            <p class="small quiet">{t('first_steps_marks')}</p>
          </li>
        </ol>
        <p>{t('panel_first_sample_how')}</p>
        <Button icon="flask" onClick={() => void explore()}>
          {t('panel_explore_sample')}
        </Button>
        <p class="small quiet">{t('panel_first_private')}</p>
      </div>
      <FirstPicture />
    </main>
  );
}

/** By the browser's own call: a page may not close a tab in which another one was open before. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
