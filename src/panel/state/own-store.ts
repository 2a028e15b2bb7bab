import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { currencyOf } from '../../diagnosis/currency.ts';
import type { Fault } from '../../metrics/fault.ts';
import { choiceFor, type KnownLive, type OwnLives, ownLives } from '../../metrics/live/own.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import type { Settings, SettingsPatch } from '../../platform/settings.ts';
import type { ListView } from './list-store.ts';
import type { RoomView } from './room-store.ts';
import type { SettingsStore } from './settings-store.ts';

/** A LIVE that the seller took in or out, and how to go back. */
interface Changed {
  readonly live: ListedRoom;
  readonly counts: boolean;
  readonly back: SettingsPatch;
}

/** Which archived LIVEs are own LIVEs of the one in view, and the seller's word on it. */
export interface OwnStore {
  /** Empty while no LIVE is in view. */
  readonly view: ReadonlySignal<OwnLives<ListedRoom>>;
  /** What the seller changed last, for as long as it can be undone. */
  readonly changed: ReadonlySignal<Changed | undefined>;
  /** Why the last change could not be kept. */
  readonly fault: ReadonlySignal<Fault | undefined>;
  /** Has a LIVE count among the own LIVEs of the one in view, or not; it stays so whatever is read later. */
  readonly count: (live: ListedRoom, counts: boolean) => Promise<void>;
  /** Takes the last change back. */
  readonly undo: () => Promise<void>;
}

export function createOwnStore(from: {
  room: ReadonlySignal<RoomView>;
  list: ReadonlySignal<ListView>;
  settings: Pick<SettingsStore, 'settings' | 'change'>;
}): OwnStore {
  const changed = signal<Changed | undefined>(undefined);
  const fault = signal<Fault | undefined>(undefined);
  // By its figures alone: that they are being read anew changes nothing here.
  const session = computed(() => from.room.value.session);
  const here = computed<KnownLive | undefined>(() => session.value && knownLive(session.value));
  const choices = computed(() => from.settings.settings.value.ownLives);
  const change = async (patch: SettingsPatch, next: Changed | undefined): Promise<void> => {
    const reply = await from.settings.change(patch);
    fault.value = reply.ok ? undefined : reply.fault;
    if (reply.ok) changed.value = next;
  };
  let last = nobodys;
  return {
    changed,
    fault,
    view: computed(() => {
      const next =
        here.value === undefined
          ? nobodys
          : ownLives(here.value, from.list.value.rooms, choices.value);
      // All that rests on them is worked out anew where they change, and most news are of the LIVE in view itself.
      if (!areSame(last, next)) last = next;
      return last;
    }),
    count: async (live, counts) => {
      const of = here.value;
      if (of === undefined) return;
      const ownLives = choiceFor(counts, { live, of, all: from.list.value.rooms }, choices.value);
      const back = { ownLives: backTo(Object.keys(ownLives), choices.value) };
      await change({ ownLives }, { live, counts, back });
    },
    undo: async () => {
      if (changed.value !== undefined) await change(changed.value.back, undefined);
    },
  };
}

const nobodys: OwnLives<ListedRoom> = {
  account: undefined,
  own: [],
  leftOut: [],
  countsItself: true,
};

/** Whether the same LIVEs, as they were read, count and are left out. */
function areSame(before: OwnLives<ListedRoom>, after: OwnLives<ListedRoom>): boolean {
  return (
    before.account === after.account &&
    before.countsItself === after.countsItself &&
    before.own.length === after.own.length &&
    before.leftOut.length === after.leftOut.length &&
    before.own.every((live, place) => live === after.own[place]) &&
    before.leftOut.every(({ live, reason }, place) => {
      const other = after.leftOut[place];
      return live === other?.live && reason === other.reason;
    })
  );
}

/** As much of a LIVE as tells which are its own LIVEs. */
export function knownLive(session: Session): KnownLive {
  const { room, figures, simulated } = session;
  return { id: room.id, room, currency: currencyOf(session), figures, simulated };
}

/** The patch after which these LIVEs stand as they stand now. */
function backTo(ids: readonly string[], choices: Settings['ownLives']): SettingsPatch['ownLives'] {
  return Object.fromEntries(ids.map((id) => [id, choices[id] ?? null]));
}
