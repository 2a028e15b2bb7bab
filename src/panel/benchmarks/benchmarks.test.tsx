// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetricId } from '../../metrics/catalogue.ts';
import { CategorySliceSchema } from '../../metrics/feed/category-slice.ts';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { FiguresSchema } from '../../metrics/figure.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { type Session, SessionSchema } from '../../metrics/session.ts';
import { DAY_SECONDS, seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, testPorts } from '../state/ports.fixture.ts';
import type { CourseLack } from '../state/streams-store.ts';
import { Benchmarks } from './benchmarks.tsx';
import { anyClip, feedCases, ownCases, type WantedCase } from './cases.ts';
import type { OwnLack } from './own-lack.ts';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const usd = v.parse(CurrencyCodeSchema, 'USD');
const beauty = v.parse(CategoryIdSchema, '601450');
const zone = { offset: seconds(-8 * 3_600) };
/** 40 days ago: a replay of then has expired. */
const then = NOW / 1000 - 40 * DAY_SECONDS;
const clip = { factor: 'follows', metric: 'followRate', level: 0.1, from: 60, to: 660 };
const film = { url: 'https://films.example/1.mp4', expiresAt: NOW / 1000 + DAY_SECONDS };

/** A feed's LIVEs of another shop, the first of them with a clip to watch. */
const slice = v.parse(CategorySliceSchema, {
  region: 'US',
  category: beauty,
  day: '2026-11-20',
  window: 28,
  shops: 6,
  lives: 53,
  currency: 'USD',
  metrics: {},
  rooms: [50, 51].map((place) => ({
    room: roomId(place),
    title: 'Night sale',
    creator: 'Moth & Moon',
    startedAt: then,
    endedAt: then + 3_600,
    currency: 'USD',
    figures: { gmvPerHour: 900 },
    clips: [place === 50 ? { ...clip, ...film } : clip],
  })),
});
const feed = {
  address: v.parse(FeedAddressSchema, 'https://feed.example/index.json'),
  name: 'Agency',
  simulated: false,
};
const own = (place: number): RoomRecord => ({
  id: roomId(place),
  room: {
    id: roomId(place),
    title: 'Own sale',
    status: 'ended',
    startedAt: unixSeconds(then),
    endedAt: unixSeconds(then + 3_600),
    zone,
  },
  currency: usd,
  figures: v.parse(FiguresSchema, {
    gmvPerHour: {
      money: { amount: '500', currency: 'USD' },
      origin: { how: 'simulated', endpoint: 'test', at: 1 },
    },
  }),
  fetchedAt: unixMs(1),
  revision: 1,
  simulated: false,
});
const inView: Session = v.parse(SessionSchema, {
  version: 1,
  room: { id: roomId(1), status: 'ended', startedAt: then, endedAt: then + 3_600, zone },
  figures: {},
  comparisons: { market: {}, own: {} },
  origins: {},
  gaps: [],
});

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

async function show(
  owns: number,
  lack?: CourseLack,
  ownLack: OwnLack = { kind: 'other' },
  wanted: Partial<WantedCase> = {},
): Promise<void> {
  const app = createApp(world.ports);
  const slices = [{ feed, slice, checkedAt: unixMs(1), stale: false }];
  const records = Array.from({ length: owns }, (_, place) => own(place + 2));
  const shown = {
    ...app,
    room: {
      ...app.room,
      view: signal({ id: inView.room.id, session: inView, busy: 'no', missing: [] } as const),
    },
    feeds: { ...app.feeds, view: signal({ slices, lacks: [], known: true }) },
    report: { ...app.report, category: signal({ from: 'shop', id: beauty } as const) },
    streams: {
      ...app.streams,
      mine: signal({
        currency: usd,
        figure: (metric: MetricId) => (metric === 'gmvPerHour' ? 250 : undefined),
        best: () => undefined,
      }),
      courseLack: signal(lack),
      ownLack: signal(ownLack),
      wanted: signal({ ...anyClip, ...wanted }),
      cases: signal([...feedCases(slices, new Set()), ...ownCases(records)]),
    },
  };
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={shown}>
          <Benchmarks />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
}
const texts = (selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('LIVEs to learn from', () => {
  it('are as many in all as the groups say and unfold, each with its own count', async () => {
    await show(9);
    expect(texts('.benchmarks-found [role="status"]')).toEqual(['11 LIVEs match']);
    expect(texts('.benchmarks-head .group-count')).toEqual(['2 LIVEs', '9 LIVEs']);
    expect(texts('.figures-only-head .group-count')).toEqual(['1 LIVE', '9 LIVEs']);
    const all = [...root.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show all 9',
    );
    await act(() => all?.click());
    expect(texts('.benchmark, .figures-only li')).toHaveLength(11);
  });

  it('are held against the figures of the LIVE in view, which are said once', async () => {
    await show(1);
    expect(root.textContent).toContain('Higher or lower than this LIVE: $250 GMV/h, – impressions');
    expect(texts('.benchmark .chip')).toContain('3.6× yours');
  });

  it('say when they started in one form, a feed’s by the clock of the LIVE in view', async () => {
    await show(1);
    const at = 'Oct 14, 04:00 GMT−8';
    expect(texts('.benchmark .benchmark-start')).toEqual([at]);
    expect(texts('.figures-only .benchmark-start')).toEqual([
      `No recording · ${at}`,
      `Expired · ${at}`,
    ]);
  });

  it('say once why they stand beside no best minutes of the LIVE in view, and on no card', async () => {
    const coarse = 'This LIVE’s figures come in steps of 15 min';
    await show(1, { kind: 'coarse', step: seconds(900), length: seconds(600) });
    expect(root.textContent?.split(coarse)).toHaveLength(2);
    expect(texts('.benchmark-shows dt')).toEqual(['This clip']);
    await show(1, { kind: 'unknown' });
    expect(root.textContent).toContain('Too little of this LIVE’s course is known');
    await show(1);
    expect(root.textContent).not.toContain('to set beside a clip');
  });

  it('are said not to be left by what is wanted, and not to have done worse in what no whole LIVE shows', async () => {
    const said = async (wanted: Partial<WantedCase>) => {
      await show(2, undefined, undefined, wanted);
      return texts('.benchmarks-none');
    };
    expect(await said({})).toEqual([]);
    expect((await said({ gmv: { least: 5_000 } })).at(-1)).toBe(
      'None of your other LIVEs is known to meet the filters.',
    );
    expect((await said({ factor: 'follows' })).at(-1)).toContain('do better in this');
    expect((await said({ factor: 'opening' })).at(-1)).toContain('don’t show this');
  });

  it('are said to be none of the category only where that is known', async () => {
    const said = async (lack: OwnLack) => {
      await show(0, undefined, lack);
      return texts('.benchmarks-none').join();
    };
    expect(await said({ kind: 'other' })).toContain(
      'None of your other LIVEs is of this category.',
    );
    expect(await said({ kind: 'reading' })).toBe('Your other LIVEs are being read.');
    expect(await said({ kind: 'open', count: 12 })).toContain('The category of 12 of them');
    expect(await said({ kind: 'unread' })).toContain('None of your other LIVEs has been read yet');
    expect(await said({ kind: 'bare' })).toContain('can’t be ranked');
    expect(await said({ kind: 'none' })).toContain('three months before or after this one');
    expect(await said({ kind: 'unreadable' })).toContain('couldn’t be read');
  });
});
