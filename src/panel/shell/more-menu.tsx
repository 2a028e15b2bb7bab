import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import type { Settings } from '../../platform/settings.ts';
import { copyText } from '../design/copy-text.ts';
import { useI18n } from '../design/i18n.ts';
import { Menu } from '../design/menu.tsx';
import { saveFile } from '../download/save-file.ts';
import { useApp } from '../state/app.ts';

/** How long the panel says what became of a press. */
const SAID_MS = 4_000;

/** A LIVE that can be downloaded and shared. */
interface Live {
  readonly report: Report;
  readonly session: Session;
}

/** What else can be done: downloads of the LIVE in view, its verdict to share, settings, and where a docked panel stands. */
export function MoreMenu(): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { place, ports, report, room, settings } = useApp();
  const { session } = room.view.value;
  const current = report.report.value;
  const { docked } = place.place.value;
  const { dock: stands } = settings.settings.value.panel;
  const said = useSignal('');
  const live: Live | undefined =
    current === undefined || session === undefined ? undefined : { report: current, session };
  return (
    <>
      <span class="said" role="status">
        {said.value}
      </span>
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
                        fileName(live.session, 'csv'),
                        reportCsv(live.report, live.session, words),
                        'text/csv',
                      ),
                    );
                  },
                },
                { name: t('panel_download_print'), run: () => print() },
                // A LIVE so far has no verdict to share.
                ...(live.session.room.status === 'live'
                  ? []
                  : [
                      { name: t('share_text'), run: () => void share(live, 'text') },
                      { name: t('share_picture'), run: () => void share(live, 'picture') },
                    ]),
              ]),
          ...(['auto', 'push', 'overlay'] as const)
            .filter((way) => docked && way !== stands)
            .map((way) => ({ name: t(`panel_dock_${way}`), run: () => void dock(way) })),
          {
            name: t('panel_settings'),
            run: () => void ports.ask('tab.open', { page: 'options' }),
          },
        ]}
      />
    </>
  );

  async function share(shown: Live, as: 'text' | 'picture'): Promise<void> {
    said.value = '';
    const { chatText, verdictWords } = await import('../share/verdict-words.ts');
    const verdict = verdictWords(shown.report, shown.session, words);
    if (as === 'text') {
      said.value = t((await copyText(chatText(verdict))) ? 'share_copied' : 'share_failed');
    } else {
      const { verdictPicture } = await import('../share/verdict-picture.ts');
      const picture = await verdictPicture(shown.report, verdict);
      if (picture === null) said.value = t('share_failed');
      else {
        const { fileName } = await import('../download/report-csv.ts');
        saveFile(fileName(shown.session, 'png'), picture, 'image/png');
      }
    }
    setTimeout(() => {
      said.value = '';
    }, SAID_MS);
  }

  async function dock(mode: Settings['panel']['dock']): Promise<void> {
    await ports.ask('panel.set', { dock: mode });
    await settings.read();
  }
}
