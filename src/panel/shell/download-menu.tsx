import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import { Menu } from '../design/menu.tsx';
import { saveFile } from '../download/save-file.ts';
import { useApp } from '../state/app.ts';

/** Downloads of the LIVE in view. */
export function DownloadMenu(): JSX.Element {
  const words = useI18n();
  const { room, report } = useApp();
  const { session } = room.view.value;
  const current = report.report.value;
  return (
    <Menu
      icon="download"
      label={words.t('panel_download')}
      items={[
        {
          name: words.t('panel_download_csv'),
          note: words.t('panel_download_csv_note'),
          disabled: current === undefined || session === undefined,
          run: () => {
            if (current === undefined || session === undefined) return;
            void import('../download/report-csv.ts').then(({ fileName, reportCsv }) =>
              saveFile(fileName(session), reportCsv(current, session, words), 'text/csv'),
            );
          },
        },
        {
          name: words.t('panel_download_print'),
          disabled: current === undefined,
          run: () => print(),
        },
      ]}
    />
  );
}
