// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { STOP_OBSERVING_EVENT } from '../events.ts';
import { beginLife } from './content-context.ts';
import type { ExtensionApi } from './extension-api.ts';

function connected(): { api: ExtensionApi; cut(): void } {
  let id: string | undefined = 'own';
  const api: ExtensionApi = {
    runtime: {
      get id() {
        return id;
      },
      getURL: (path) => path,
      sendMessage: async () => undefined,
      onMessage: { addListener() {}, removeListener() {} },
    },
    i18n: { getMessage: (key) => key },
  };
  return {
    api,
    cut() {
      id = undefined;
    },
  };
}

describe('a launcher’s life', () => {
  it('ends when a newer launcher begins its own', () => {
    const { api } = connected();
    const older = beginLife(api);
    const newer = beginLife(api);
    expect([older.signal.aborted, newer.signal.aborted]).toEqual([true, false]);
    expect([older.check(), newer.check()]).toEqual([false, true]);
  });

  it('ends when the extension is gone, and lets the observer rest then, once', () => {
    const { api, cut } = connected();
    const life = beginLife(api);
    let rests = 0;
    document.addEventListener(STOP_OBSERVING_EVENT, () => rests++);
    expect(life.check()).toBe(true);
    cut();
    expect([life.check(), life.check()]).toEqual([false, false]);
    expect(life.signal.aborted).toBe(true);
    expect(rests).toBe(1);
  });
});
