// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRoomId } from '../../metrics/ids.ts';
import { emptySession } from '../../metrics/merge.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS, seconds, unixSeconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { derive } from '../../sources/seller-center/derive.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, testPorts } from '../state/ports.fixture.ts';
import { BasicInformation } from './basic-information.tsx';

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
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

async function show(session: Session): Promise<string> {
  const app = createApp(world.ports);
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <BasicInformation session={session} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  return root.textContent ?? '';
}

describe('the length that a LIVE is shown with', () => {
  const startedAt = unixSeconds(NOW / 1000 - 90_000);
  const origin = { how: 'fetched', endpoint: 'core/stats', at: NOW } as const;

  it('is the one that its figures per hour rest on, where answers give two', async () => {
    const session = derive({
      ...emptySession(roomId(1)),
      room: {
        id: roomId(1),
        status: 'ended',
        startedAt,
        endedAt: unixSeconds(startedAt + 7_200),
        duration: seconds(5_400),
      },
      figures: { gmv: { money: money('7200', 'USD'), origin } },
      origins: { figures: origin, room: origin },
    });
    expect(session.figures.gmvPerHour?.money.amount).toBe('3600');
    expect(await show(session)).toContain('Duration2 hr');
  });

  it('is the time until now while it runs', async () => {
    const duration = seconds(24 * 3_600);
    const running = { id: roomId(1), status: 'live', startedAt, duration } as const;
    expect(await show({ ...emptySession(roomId(1)), room: running })).toContain('25 hr so far');
  });
});

describe('the replay of a LIVE', () => {
  const url = 'https://films.example/1.m3u8';
  const ended = (daysAgo: number): Session => {
    const startedAt = unixSeconds(NOW / 1000 - daysAgo * DAY_SECONDS);
    const endedAt = unixSeconds(startedAt + 3_600);
    const room = { id: roomId(1), status: 'ended', startedAt, endedAt } as const;
    return { ...emptySession(roomId(1)), room: { ...room, replayUrl: url } };
  };

  it('is told by its name beside how long it can be watched, and the cover carries no words', async () => {
    expect(await show(ended(2.5))).toContain('Replay27 days left');
    expect(root.querySelector('.cover-note')).toBeNull();
  });

  it('has expired, where it would have by now', async () => {
    expect(await show(ended(31))).toContain('ReplayExpired');
  });

  it('is not told of where none is known', async () => {
    expect(
      await show({ ...ended(2.5), room: { ...ended(2.5).room, replayUrl: undefined } }),
    ).not.toContain('Replay');
  });

  it('stands beside the state of the figures, in words that name them', async () => {
    expect(await show(ended(2.5))).toContain('Final figures');
  });
});

describe('a LIVE whose file names no room id', () => {
  it('has no room id to copy, and no dashboard to go to', async () => {
    const nameless = parseRoomId('012345678901234567');
    if (nameless === undefined) throw new Error('not a room id');
    const shown = await show(emptySession(nameless));
    expect(shown).toContain('The file names no room id');
    expect(shown).not.toContain(nameless);
    expect(root.querySelectorAll('button')).toHaveLength(0);
    expect(await show(emptySession(roomId(1)))).toContain('LIVE dashboard');
  });
});
