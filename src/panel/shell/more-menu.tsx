import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Menu } from '../design/menu.tsx';
import { saveFile } from '../download/save-file.ts';
import { useApp } from '../state/app.ts';

/** What else can be done: downloads of the LIVE in view, settings, and where a docked panel stands. */
export function MoreMenu(): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { place, ports, report, room, settings } = useApp();
  const { session } = room.view.value;
  const current = report.report.value;
  const { docked } = place.place.value;
  const push = settings.settings.value.panel.dock === 'push';
  const live =
    current === undefined || session === undefined ? undefined : { report: current, session };
  return (
    <Menu
      icon="more"
      label={t('panel_more')}
      items={[
        ...(live === undefined
          ? []
          : [
              {
                name: t('panel_download_csv'),
                note: t('panel_download_csv_note'),
                run: () => {
                  void import('../download/report-csv.ts').then(({ fileName, reportCsv }) =>
                    saveFile(
                      fileName(live.session),
                      reportCsv(live.report, live.session, words),
                      'text/csv',
                    ),
                  );
                },
              },
              { name: t('panel_download_print'), run: () => print() },
            ]),
        ...(docked
          ? [
              {
                name: t(push ? 'panel_dock_overlay' : 'panel_dock_push'),
                run: () => void dock(push ? 'overlay' : 'push'),
              },
            ]
          : []),
        {
          name: t('panel_settings'),
          run: () => void ports.ask('tab.open', { page: 'options' }),
        },
      ]}
    />
  );

  async function dock(mode: 'push' | 'overlay'): Promise<void> {
    await ports.ask('panel.set', { dock: mode });
    await settings.read();
  }
}
