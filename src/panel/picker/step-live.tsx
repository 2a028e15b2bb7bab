import type { JSX } from 'preact';
import { IconButton } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

/** Shows the LIVE before or after the one in view; at the end of the list it stays and does nothing. */
export function StepLive({ to }: { to: 'earlier' | 'later' }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const next = app.shop.beside(app.room.view.value.id, to);
  return (
    <IconButton
      icon={to}
      label={t(to === 'earlier' ? 'panel_live_earlier' : 'panel_live_later')}
      aria-disabled={next === undefined}
      onClick={() => {
        if (next === undefined) return;
        app.touch();
        void app.open(next.id);
      }}
    />
  );
}
