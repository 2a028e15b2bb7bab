// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, testPorts } from '../state/ports.fixture.ts';
import { PrintHead } from './print-head.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.createElement('div');
  document.body.append(root);
  const { matchMedia } = globalThis;
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) =>
    matchMedia(query === 'print' ? 'all' : query),
  );
});
afterEach(async () => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
  await world.close();
});

describe('the head of the printed page', () => {
  it('tells the start and the printing by one clock, the shop’s', async () => {
    const room = {
      id: roomId(1),
      status: 'ended',
      startedAt: unixSeconds(NOW / 1000),
      zone: { offset: seconds(7 * 3_600) },
    } as const;
    await act(() =>
      render(
        <I18nContext.Provider value={words}>
          <AppContext.Provider value={createApp(world.ports)}>
            <PrintHead room={room} />
          </AppContext.Provider>
        </I18nContext.Provider>,
        root,
      ),
    );
    expect(root.textContent?.match(/Nov 23, 2026, 19:00 GMT\+7/g)).toHaveLength(2);
  });
});
