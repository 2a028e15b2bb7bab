import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { type DockWay, panelOn } from '../../platform/panel-choices.ts';
import { copyText } from '../design/copy-text.ts';
import { useI18n } from '../design/i18n.ts';
import type { MenuItem } from '../design/menu.tsx';
import { saveFile } from '../download/save-file.ts';
import type { Windows } from '../shortcuts/use-shortcuts.ts';
import { useApp } from '../state/app.ts';

/** How long the panel says what became of a press. */
const SAID_MS = 4_000;

type Said = 'share_copied' | 'share_saved' | 'share_failed';

/** A LIVE that can be downloaded and shared. */
interface Live {
  readonly report: Report;
  readonly session: Session;
}

/** What can be done from anywhere in the panel, and what became of the last press of it. */
export interface Actions {
  readonly items: readonly MenuItem[];
  readonly said: string | undefined;
}

/** Downloads of the LIVE in view, its verdict to share, settings, and where a docked panel stands. */
export function useActions(windows: Windows): Actions {
  const words = useI18n();
  const { t } = words;
  const { importing, list, place, ports, report, room, settings } = useApp();
  const { session } = room.view.value;
  const current = report.report.value;
  const { docked, page } = place.place.value;
  const { dock: stands } = panelOn(settings.settings.value.panels, page);
  // A value of its own for each press, so that a word that is said twice stays as long as the first time.
  const said = useSignal<{ readonly key?: Said }>({});
  useEffect(() => {
    if (said.value.key === undefined) return;
    const timer = setTimeout(() => {
      said.value = {};
    }, SAID_MS);
    return () => clearTimeout(timer);
  }, [said, said.value]);
  const live: Live | undefined =
    current === undefined || session === undefined ? undefined : { report: current, session };
  return {
    said: said.value.key === undefined ? undefined : t(said.value.key),
    items: [
      ...(live === undefined
        ? []
        : [
            {
              name: t('panel_download_csv'),
              note: t('panel_download_csv_note'),
              run: () => void say(() => saveCsv(live)),
            },
            { name: t('panel_download_print'), run: () => print() },
            // A LIVE so far has no verdict to share.
            ...(live.session.room.status === 'live'
              ? []
              : [
                  { name: t('share_text'), run: () => void say(() => copyVerdict(live)) },
                  { name: t('share_picture'), run: () => void say(() => savePicture(live)) },
                ]),
          ]),
      ...(list.view.value.rooms.length === 0
        ? []
        : [
            {
              name: t('over_time_open'),
              note: t('over_time_open_note'),
              run: windows.overTime,
            },
          ]),
      // What is added goes to the seller's own LIVEs, which are out of sight in the sample shop.
      ...(settings.settings.value.sample
        ? []
        : [
            {
              name: t('import_open'),
              note: t('import_open_note'),
              run: () => {
                importing.value = [];
              },
            },
          ]),
      ...(['auto', 'push', 'overlay'] as const)
        .filter((way) => docked && way !== stands)
        .map((way) => ({ name: t(`panel_dock_${way}`), run: () => void dock(way) })),
      {
        name: t('panel_settings'),
        run: () => void ports.ask('tab.open', { page: 'options' }),
      },
      { name: t('shortcuts_title'), run: windows.keys },
    ],
  };

  /** Does what was pressed and says what became of it; code that could not be loaded is a failure too. */
  async function say(deed: () => Promise<Said>): Promise<void> {
    said.value = {};
    try {
      said.value = { key: await deed() };
    } catch {
      said.value = { key: 'share_failed' };
    }
  }

  async function saveCsv({ report: shown, session: of }: Live): Promise<Said> {
    const { fileName, reportCsv } = await import('../download/report-csv.ts');
    saveFile(fileName(of, 'csv'), reportCsv(shown, of, words), 'text/csv');
    return 'share_saved';
  }

  async function copyVerdict({ report: shown, session: of }: Live): Promise<Said> {
    const { chatText, verdictWords } = await import('../share/verdict-words.ts');
    const done = await copyText(chatText(verdictWords(shown, of, words)));
    return done ? 'share_copied' : 'share_failed';
  }

  async function savePicture({ report: shown, session: of }: Live): Promise<Said> {
    const [{ verdictWords }, { verdictPicture }, { fileName }] = await Promise.all([
      import('../share/verdict-words.ts'),
      import('../share/verdict-picture.ts'),
      import('../download/report-csv.ts'),
    ]);
    const picture = await verdictPicture(shown, verdictWords(shown, of, words));
    if (picture === null) return 'share_failed';
    saveFile(fileName(of, 'png'), picture, 'image/png');
    return 'share_saved';
  }

  async function dock(mode: DockWay): Promise<void> {
    await ports.ask('panel.set', { dock: mode });
    await settings.read();
  }
}
