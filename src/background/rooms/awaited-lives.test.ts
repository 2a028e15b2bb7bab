import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { standInId } from '../../metrics/live/nameless.ts';
import { OwnChoiceSchema } from '../../metrics/live/own.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { unixMs, unixSeconds } from '../../metrics/time.ts';
import { awaitedLives } from './awaited-lives.ts';

vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));

const DAY = 86_400;
const MADE = 1_781_143_200;
const idAt = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053633913${String(place).padStart(2, '0')}`);
const live = (place: number, more: Partial<RoomRecord> = {}, room: object = {}): RoomRecord => ({
  id: idAt(place),
  room: {
    id: idAt(place),
    status: 'ended',
    startedAt: unixSeconds(MADE + place * DAY),
    endedAt: unixSeconds(MADE + place * DAY + 7_200),
    ...room,
  },
  figures: {},
  revision: 1,
  simulated: false,
  ...more,
});
const read = { fetchedAt: unixMs((MADE + 50 * DAY) * 1000) };
const item = {
  id: '00000000-0000-4000-8000-000000000001',
  rank: 'a0',
  title: 'Light the desk',
  how: '',
  owners: ['host'],
  done: true,
  tested: true,
};
const plan = (more: object = {}): Plan =>
  v.parse(PlanSchema, {
    id: '00000000-0000-4000-8000-000000000000',
    title: 'Next LIVE',
    madeAt: MADE * 1000,
    changedAt: MADE * 1000,
    madeFrom: idAt(0),
    state: 'open',
    items: [item],
    ...more,
  });
const at = (days: number) => unixMs((MADE + days * DAY) * 1000);

describe('the LIVEs that plans wait for', () => {
  it('are none whose file names no room', () => {
    const id = standInId('shop.a 1');
    const nameless = live(1, { id }, { id });
    expect(awaitedLives([plan()], [live(0, read), nameless], {}, at(1.5))).toEqual([]);
  });

  it('are the next one after an open plan, once the list says that it has ended', () => {
    const rooms = [live(0, read), live(1), live(2)];
    expect(awaitedLives([plan()], rooms, {}, at(1.5))).toEqual([idAt(1)]);
    expect(awaitedLives([plan()], rooms, {}, at(40))).toEqual([idAt(1)]);
    expect(awaitedLives([plan({ triedIn: idAt(2) })], rooms, {}, at(40))).toEqual([idAt(2)]);
    const running = live(1, {}, { status: 'live', endedAt: undefined });
    expect(awaitedLives([plan()], [live(0, read), running], {}, at(1.1))).toEqual([]);
    expect(awaitedLives([plan()], [live(0, read)], {}, at(1.5))).toEqual([]);
  });

  it('are not those of another account, which no change of this one’s plan was tried in', () => {
    const [own, other] = [{ accountHandle: 'shop.one' }, { accountHandle: 'shop.two' }];
    const rooms = [live(0, read, own), live(1, {}, other), live(2, {}, own)];
    expect(awaitedLives([plan()], rooms, {}, at(40))).toEqual([idAt(2)]);
    const nobody = [live(0, read, own), live(1), live(2, {}, own)];
    expect(awaitedLives([plan()], nobody, {}, at(40))).toEqual([idAt(1)]);
    const takenOut = v.parse(v.record(v.string(), OwnChoiceSchema), { [idAt(1)]: 'out' });
    expect(awaitedLives([plan()], nobody, takenOut, at(40))).toEqual([idAt(2)]);
    expect(awaitedLives([plan({ triedIn: idAt(1) })], rooms, {}, at(40))).toEqual([idAt(1)]);
  });

  it('are awaited no more once their own figures were read', () => {
    expect(awaitedLives([plan()], [live(0, read), live(1, read), live(2)], {}, at(3))).toEqual([]);
  });

  it('are awaited still where their figures were read only while they ran', () => {
    const ended = MADE + DAY + 7_200;
    const early = { fetchedAt: unixMs((ended - 3_600) * 1000) };
    expect(awaitedLives([plan()], [live(0, read), live(1, early)], {}, at(1.5))).toEqual([idAt(1)]);
    const reckoned = live(1, early, { endedAt: undefined, duration: 7_200 });
    expect(awaitedLives([plan()], [live(0, read), reckoned], {}, at(1.5))).toEqual([idAt(1)]);
    const after = live(1, { fetchedAt: unixMs((ended + 60) * 1000) });
    expect(awaitedLives([plan()], [live(0, read), after], {}, at(1.5))).toEqual([]);
  });

  it('are read once where no end is known: their own answer tells whether they have ended', () => {
    const open = { endedAt: undefined, status: undefined, duration: 600 };
    expect(awaitedLives([plan()], [live(0, read), live(1, {}, open)], {}, at(1.5))).toEqual([
      idAt(1),
    ]);
    expect(awaitedLives([plan()], [live(0, read), live(1, read, open)], {}, at(1.5))).toEqual([]);
  });

  it('are none of a closed plan, of one without items, or beyond what Seller Center answers for', () => {
    const rooms = [live(0, read), live(1)];
    expect(awaitedLives([plan({ state: 'closed' })], rooms, {}, at(3))).toEqual([]);
    expect(awaitedLives([plan({ items: [] })], rooms, {}, at(3))).toEqual([]);
    expect(awaitedLives([plan()], rooms, {}, at(100))).toEqual([]);
  });
});
