import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type DockWay, panelOn } from '../../platform/panel-choices.ts';
import { useI18n } from '../design/i18n.ts';
import type { MenuItem } from '../design/menu.tsx';
import type { Delivered, LiveToSend } from '../download/deliver.ts';
import type { FileItem } from '../download/download-dialog.tsx';
import { type FileWay, fileWays, ofVerdict, type WayGroup } from '../download/file-ways.ts';
import { news } from '../news/news.ts';
import type { Windows } from '../shortcuts/use-shortcuts.ts';
import { useApp } from '../state/app.ts';

/** How long the panel says what became of a press. */
const SAID_MS = 4_000;

/** What can be done from anywhere in the panel, and what became of the last press of it. */
export interface Actions {
  readonly items: readonly MenuItem[];
  /** What the LIVE in view can be downloaded and shared as; none without one. */
  readonly files: readonly FileItem[];
  readonly said: string | undefined;
}

/** Downloads of the LIVE in view, its verdict to share, settings, and where a docked panel stands. */
export function useActions(windows: Windows): Actions {
  const words = useI18n();
  const { t } = words;
  const { comparing, hasNews, importing, list, place, ports, report, room, settings } = useApp();
  const { session } = room.view.value;
  const current = report.report.value;
  const { docked, page } = place.place.value;
  const { dock: stands } = panelOn(settings.settings.value.panels, page);
  // A value of its own for each press, so that a word that is said twice stays as long as the first time.
  const said = useSignal<{ readonly key?: Delivered }>({});
  useEffect(() => {
    if (said.value.key === undefined) return;
    const timer = setTimeout(() => {
      said.value = {};
    }, SAID_MS);
    return () => clearTimeout(timer);
  }, [said, said.value]);
  const live: LiveToSend | undefined =
    current === undefined || session === undefined ? undefined : { report: current, session };
  const files = live === undefined ? [] : filesOf(live);
  return {
    files,
    said: said.value.key === undefined ? undefined : t(said.value.key),
    items: [
      ...(files.length === 0 ? [] : [{ name: t('download_open'), run: windows.downloads }]),
      ...(live === undefined
        ? []
        : [
            {
              name: t('two_lives_open'),
              run: () => {
                comparing.value = { room: live.session.room.id };
              },
            },
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
      {
        name: t('first_steps_title'),
        run: () => void ports.ask('tab.open', { page: 'first-steps' }),
      },
      {
        name: t('news_title'),
        ...(hasNews.value
          ? { note: t('news_version', { version: { kind: 'text', text: news[0].version } }) }
          : {}),
        run: windows.news,
      },
    ],
  };

  /** A LIVE so far has no verdict to share. */
  function filesOf(shown: LiveToSend): readonly FileItem[] {
    const isSoFar = shown.session.room.status === 'live';
    const item = (group: WayGroup, way: FileWay | 'print'): FileItem => ({
      group,
      name: t(`download_${way}`),
      note: t(`download_${way}_note`),
      closes: way === 'print',
      run: way === 'print' ? () => print() : () => void send(way, shown),
    });
    return [
      ...fileWays.send.filter((way) => !isSoFar || !ofVerdict(way)).map((way) => item('send', way)),
      ...fileWays.work.map((way) => item('work', way)),
      ...fileWays.keep.map((way) => item('keep', way)),
    ];
  }

  /** Makes what was pressed and says what became of it; code that could not be loaded is a failure too. */
  async function send(way: FileWay, shown: LiveToSend): Promise<void> {
    said.value = {};
    try {
      const { deliver } = await import('../download/deliver.ts');
      said.value = { key: await deliver(way, shown, words) };
    } catch {
      said.value = { key: 'share_failed' };
    }
  }

  async function dock(mode: DockWay): Promise<void> {
    await ports.ask('panel.set', { dock: mode });
    await settings.read();
  }
}
