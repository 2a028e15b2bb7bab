// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { type JSX, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { ok } from '../../metrics/fault.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { useActions } from './actions.ts';
import { Header } from './header.tsx';

const saved = vi.hoisted(() => vi.fn());
const drawn = vi.hoisted(() => vi.fn());
const copied = vi.hoisted(() => vi.fn());
vi.mock('../download/save-file.ts', () => ({ saveFile: saved }));
vi.mock('../share/verdict-picture.ts', () => ({ verdictPicture: drawn }));
vi.mock('../design/copy-text.ts', () => ({ copyText: copied }));

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const [COPY, PICTURE, CSV] = ['download_text', 'download_picture', 'download_csv'] as const;
const SAID_MS = 4_000;
/** The longest that loading the code of a deed takes on a busy machine. */
const PATIENCE_MS = 20_000;

const nothing = (): undefined => undefined;
const windows = {
  keys: nothing,
  palette: nothing,
  downloads: nothing,
  overTime: nothing,
  news: nothing,
};

/** The panel’s top, and below it what a LIVE can be sent as. */
function Top(): JSX.Element {
  const actions = useActions(windows);
  return (
    <>
      <Header hasLive actions={actions} onFind={windows.palette} />
      {actions.files.map(({ name, run }) => (
        <button key={name} type="button" class="way" onClick={run}>
          {name}
        </button>
      ))}
    </>
  );
}

let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  vi.clearAllMocks();
  copied.mockResolvedValue(true);
  drawn.mockResolvedValue(new Blob());
  world = await testPorts();
  const id = roomId(1);
  const startedAt = unixSeconds(NOW / 1000 - 200_000);
  const endedAt = unixSeconds(startedAt + 7_200);
  await world.archive.store({ room: { id, startedAt, endedAt, status: 'ended' } }, NOW);
  const app = createApp(world.ports);
  void app.list.read('shop');
  void app.open(id);
  await settle(() => world.asked.some(({ verb }) => verb === 'room.fetch'));
  world.asked[0]?.answer(ok({ room: id, outcome: 'fresh', missing: [] }));
  await settle(() => app.report.report.value !== undefined && app.room.view.value.busy === 'no');
  root = document.createElement('div');
  document.body.append(root);
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <Top />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  render(null, root);
  root.remove();
  await world.close();
});

const said = (): string => root.querySelector('.said')?.textContent ?? '';
const pass = (ms: number): Promise<void> => act(() => void vi.advanceTimersByTime(ms));
/** Presses an entry and waits for what the panel says of it. */
async function press(key: typeof COPY | typeof PICTURE | typeof CSV): Promise<void> {
  const entry = [...root.querySelectorAll<HTMLElement>('.way')].find(
    (one) => one.textContent === words.t(key),
  );
  await act(() => entry?.click());
  const until = performance.now() + PATIENCE_MS;
  while (said() === '' && performance.now() < until) {
    await act(() => new Promise<void>((turn) => setImmediate(turn)));
  }
}

describe('what is said of a press', () => {
  it('is that the verdict was copied, and goes after a while', async () => {
    await press(COPY);
    expect(said()).toBe(words.t('share_copied'));
    await pass(SAID_MS);
    expect(said()).toBe('');
  });

  it('is not cleared by the time of an earlier press', async () => {
    await press(COPY);
    await pass(SAID_MS - 500);
    await press(COPY);
    await pass(SAID_MS - 500);
    expect(said()).toBe(words.t('share_copied'));
    await pass(500);
    expect(said()).toBe('');
  });

  it('is that the picture or the file was saved', async () => {
    await press(PICTURE);
    expect([said(), saved.mock.calls[0]?.[2]]).toEqual([words.t('share_saved'), 'image/png']);
    await pass(SAID_MS);
    await press(CSV);
    expect([said(), saved.mock.calls[1]?.[2]]).toEqual([words.t('share_saved'), 'text/csv']);
  });

  it('is that it failed where the browser refuses, or the code can’t be loaded', async () => {
    drawn.mockResolvedValueOnce(null);
    await press(PICTURE);
    expect(said()).toBe(words.t('share_failed'));
    await pass(SAID_MS);
    drawn.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    await press(PICTURE);
    expect([said(), saved.mock.calls.length]).toEqual([words.t('share_failed'), 0]);
  });
});
