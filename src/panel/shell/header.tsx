import type { JSX } from 'preact';
import { Button, IconButton } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Menu } from '../design/menu.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { RoomPicker } from '../picker/room-picker.tsx';
import { StepLive } from '../picker/step-live.tsx';
import { useApp } from '../state/app.ts';
import type { Actions } from './actions.ts';

/** The panel's top: which LIVE is in view and the way to others, what else can be done, and the way out. */
export function Header({
  hasLive,
  actions: { items, said },
  onFind,
}: {
  hasLive: boolean;
  actions: Actions;
  /** Opens the command palette. */
  onFind: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const { hasNews, place, ports } = useApp();
  const { docked } = place.place.value;
  return (
    <header class={hasLive ? 'bar bar-live' : 'bar'}>
      {hasLive ? (
        <>
          <VisuallyHidden>
            <h1>{t('app_name')}</h1>
          </VisuallyHidden>
          <StepLive to="earlier" />
          <RoomPicker />
          <StepLive to="later" />
        </>
      ) : (
        <>
          <Mark />
          <h1 class="clip-text">{t('app_name')}</h1>
        </>
      )}
      <span class="said" role="status">
        {said}
      </span>
      <Menu
        icon="more"
        label={t(hasNews.value ? 'panel_more_news' : 'panel_more')}
        marked={hasNews.value}
        items={[{ name: t('palette_title'), run: onFind }, ...items]}
      />
      {docked && (
        <IconButton
          icon="close"
          label={t('panel_close_panel')}
          onClick={() => void ports.ask('panel.set', { open: false })}
        />
      )}
    </header>
  );
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
