import type { JSX } from 'preact';
import { Button, IconButton } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { DownloadMenu } from './download-menu.tsx';

/** The panel's top: what it is, downloads, settings, and where it is docked. */
export function Header(): JSX.Element {
  const { t } = useI18n();
  const { place, settings, ports } = useApp();
  const { docked } = place.place.value;
  const push = settings.settings.value.panel.dock === 'push';
  return (
    <header class="bar">
      <Mark />
      <h1 class="clip-text">{t('app_name')}</h1>
      <DownloadMenu />
      <IconButton
        icon="settings"
        label={t('panel_settings')}
        onClick={() => void ports.ask('tab.open', { page: 'options' })}
      />
      {docked && (
        <>
          <IconButton
            icon={push ? 'overlay' : 'push'}
            label={t(push ? 'panel_dock_overlay' : 'panel_dock_push')}
            onClick={() => void dock(push ? 'overlay' : 'push')}
          />
          <IconButton
            icon="close"
            label={t('panel_close_panel')}
            onClick={() => void ports.ask('panel.set', { open: false })}
          />
        </>
      )}
    </header>
  );

  async function dock(mode: 'push' | 'overlay'): Promise<void> {
    await ports.ask('panel.set', { dock: mode });
    await settings.read();
  }
}

/** Says on every screen of the sample shop that its figures are simulated, and leads out of it. */
export function SampleRibbon(): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const sample = app.settings.settings.value.sample;
  return (
    <aside class="ribbon" aria-label={t('panel_sample')}>
      <span class="clip-text">{t('panel_sample_ribbon')}</span>
      {sample && (
        <Button look="link" onClick={() => void app.explore(false)}>
          {t('panel_sample_leave')}
        </Button>
      )}
    </aside>
  );
}

function Mark(): JSX.Element {
  return (
    <svg class="bar-mark" viewBox="0 0 18 18" width="18" height="18" fill="none" aria-hidden="true">
      <path
        d="M2 12.5 6 7l3.5 3.5L16 4"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <circle cx="16" cy="4" r="2" fill="currentColor" />
    </svg>
  );
}
