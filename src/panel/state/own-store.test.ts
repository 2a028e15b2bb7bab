import { signal } from '@preact/signals';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { emptySession } from '../../metrics/merge.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import {
  defaultSettings,
  patched,
  type Settings,
  SettingsPatchSchema,
} from '../../platform/settings.ts';
import type { ListView } from './list-store.ts';
import { createOwnStore } from './own-store.ts';
import { roomId } from './ports.fixture.ts';
import type { RoomView } from './room-store.ts';
import type { SettingsStore } from './settings-store.ts';

const record = (place: number, handle?: string): RoomRecord => ({
  id: roomId(place),
  room: { id: roomId(place), ...accountOf(handle === undefined ? {} : { handle }) },
  figures: {},
  revision: 1,
  simulated: false,
});
const [here, same, unknown, other] = [
  record(1, 'shop.one'),
  record(2, 'shop.one'),
  record(3),
  record(4, 'shop.two'),
];
const shown = ({ id, room }: RoomRecord): RoomView => ({
  id,
  session: { ...emptySession(id), room },
  busy: 'no',
  missing: [],
});

let full = false;
const settings = signal<Settings>(defaultSettings);
/** Keeps choices as the worker does. */
const change: SettingsStore['change'] = async (patch) => {
  if (full) return failed(fault('storage-full'));
  settings.value = patched(settings.value, v.parse(SettingsPatchSchema, patch));
  return ok(settings.value);
};
const room = signal<RoomView>(shown(here));
const list = signal<ListView>({ rooms: [], known: true, fetching: false });
const own = createOwnStore({ room, list, settings: { settings, change } });
const counted = () => own.view.value.own.map(({ id }) => id);

beforeEach(() => {
  full = false;
  settings.value = defaultSettings;
  room.value = shown(here);
  list.value = { ...list.value, rooms: [here, same, unknown, other] };
});

describe('the own LIVEs of the LIVE in view', () => {
  it('are the same object while the LIVE in view is read anew, or its own record in the list is', () => {
    const before = own.view.value;
    room.value = { ...room.value, busy: 'refreshing' };
    list.value = { ...list.value, rooms: [{ ...here }, same, unknown, other] };
    expect(own.view.value).toBe(before);
    list.value = { ...list.value, rooms: [here, { ...same }, unknown, other] };
    expect(own.view.value).not.toBe(before);
  });

  it('are those of its account; another account’s LIVE in view has its own', () => {
    expect(counted()).toEqual([same.id]);
    expect(own.view.value.leftOut.map(({ reason }) => reason)).toEqual([
      'unknown-account',
      'other-account',
    ]);
    room.value = shown(other);
    expect(counted()).toEqual([]);
    room.value = { busy: 'no', missing: [] };
    expect(own.view.value.leftOut).toEqual([]);
  });

  it('take in a LIVE at the seller’s word, stay so after a later reading, and undo it', async () => {
    await own.count(unknown, true);
    expect(counted()).toEqual([same.id, unknown.id]);
    expect(own.changed.value).toMatchObject({ live: unknown, counts: true });
    list.value = { ...list.value, rooms: [here, same, record(3, 'shop.two'), other] };
    expect(counted()).toEqual([same.id, unknown.id]);
    await own.undo();
    expect(counted()).toEqual([same.id]);
    expect(settings.value.ownLives).toEqual({});
    expect(own.changed.value).toBeUndefined();
  });

  it('take out a LIVE that counts, and undo puts back what was chosen before', async () => {
    await own.count(other, true);
    await own.count(same, false);
    await own.count(other, false);
    expect(counted()).toEqual([]);
    await own.undo();
    expect(counted()).toEqual([other.id]);
    expect(settings.value.ownLives).toEqual({ [same.id]: 'out', [other.id]: '@shop.one' });
  });

  it('stay as they are, with the reason, where the choice cannot be kept', async () => {
    full = true;
    await own.count(unknown, true);
    expect(counted()).toEqual([same.id]);
    expect(own.fault.value?.code).toBe('storage-full');
    expect(own.changed.value).toBeUndefined();
  });
});
