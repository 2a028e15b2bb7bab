import type { JSX } from 'preact';
import { Menu } from '../design/menu.tsx';
import { useWords } from '../design/words.ts';
import { saveFile } from '../download/save-file.ts';
import { useApp } from '../state/app.ts';

/** Downloads of the LIVE in view. */
export function DownloadMenu(): JSX.Element {
  const words = useWords();
  const { room, report } = useApp();
  const { session } = room.view.value;
  const current = report.report.value;
  return (
    <Menu
      icon="download"
      label={words.say('panel_download')}
      items={[
        {
          name: words.say('panel_download_csv'),
          note: words.say('panel_download_csv_note'),
          disabled: current === undefined || session === undefined,
          run: () => {
            if (current === undefined || session === undefined) return;
            void import('../download/report-csv.ts').then(({ fileName, reportCsv }) =>
              saveFile(fileName(session), reportCsv(current, session, words), 'text/csv'),
            );
          },
        },
        {
          name: words.say('panel_download_print'),
          disabled: current === undefined,
          run: () => print(),
        },
      ]}
    />
  );
}
