import type { MessageKey } from '../../metrics/text.ts';
import type { Envelope } from '../../platform/protocol.ts';

interface Sender {
  readonly id?: string | undefined;
  readonly tab?: unknown;
}

/** Returns true when the answer comes later through `answer`. */
export type MessageListener = (
  message: unknown,
  sender: Sender,
  answer: (reply: unknown) => void,
) => boolean;

/** The panel's page within the extension. */
export const PANEL = 'src/panel/panel.html';

/** The few calls of the extension API that the launcher makes. */
export interface ExtensionApi {
  readonly runtime: {
    /** Gone once the extension was updated or removed under the open page. */
    readonly id?: string | undefined;
    getURL(path: string): string;
    sendMessage(message: Envelope): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: MessageListener): void;
      removeListener(listener: MessageListener): void;
    };
  };
  readonly i18n: { getMessage(key: MessageKey): string };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** The browser's own extension API, without the polyfill, which would outweigh the launcher. */
export function extensionApi(): ExtensionApi {
  return typeof browser === 'undefined' ? chrome : browser;
}
