import type { ExtensionApi } from '../launcher/extension-api.ts';

/** The dock's words, read while the extension still answers. */
export function textsOf({ i18n }: ExtensionApi) {
  return {
    open: i18n.getMessage('launcher_open'),
    tab: i18n.getMessage('launcher_tab'),
    close: i18n.getMessage('launcher_close'),
    resize: i18n.getMessage('launcher_resize'),
    frame: i18n.getMessage('launcher_frame'),
    updated: i18n.getMessage('launcher_updated'),
    reload: i18n.getMessage('launcher_reload'),
  };
}

export type Texts = ReturnType<typeof textsOf>;
