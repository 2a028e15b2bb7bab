/** What a launcher's own controls say: to open the panel, its tab, and so on. */
export interface LauncherWords {
  readonly open: string;
  readonly tab: string;
  readonly close: string;
  readonly resize: string;
  readonly frame: string;
  readonly updated: string;
  readonly reload: string;
}

/** The words by what says each sentence. */
export function launcherWordsBy(
  say: (key: `launcher_${keyof LauncherWords}`) => string,
): LauncherWords {
  return {
    open: say('launcher_open'),
    tab: say('launcher_tab'),
    close: say('launcher_close'),
    resize: say('launcher_resize'),
    frame: say('launcher_frame'),
    updated: say('launcher_updated'),
    reload: say('launcher_reload'),
  };
}
