import * as v from 'valibot';
import { openShop } from '../../archive/archive.fixture.ts';
import { hearNews } from '../../archive/news.ts';
import type { Archive } from '../../archive/types.ts';
import { ok, type Result } from '../../metrics/fault.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { latestOf } from '../../metrics/live/latest.ts';
import { present } from '../../metrics/present.ts';
import { type UnixMs, unixMs } from '../../metrics/time.ts';
import type { ask } from '../../platform/ask.ts';
import type { Replies, Verb } from '../../platform/protocol.ts';
import {
  type PanelKept,
  type PanelOpening,
  type PanelPlace,
  panelVerbs,
} from '../../platform/verbs/panel.ts';
import type { Ports } from './ports.ts';

export const NOW: UnixMs = unixMs(Date.UTC(2026, 10, 23, 12));

/** A valid room id that ends in `place`. */
export function roomId(place: number): RoomId {
  const id = parseRoomId(`76499518053633912${String(place).padStart(2, '0')}`);
  if (id === undefined) throw new Error('not a room id');
  return id;
}

/** A question to the worker that the test answers when it likes. */
export interface Asked {
  readonly verb: Verb;
  readonly request: unknown;
  readonly answer: (reply: Result<unknown>) => void;
}

/** Ports over the real archive, with a worker whose answers the test times itself. */
export async function testPorts(): Promise<{
  readonly ports: Ports;
  readonly archive: Archive;
  readonly asked: Asked[];
  readonly close: () => Promise<void>;
}> {
  const archive = await openShop();
  const asked: Asked[] = [];
  const answers: typeof ask = (verb, request) =>
    new Promise((answer) => {
      const reply = (value: Result<unknown>): void => {
        if (isFor(verb, value)) answer(value);
      };
      asked.push({ verb, request, answer: reply });
    });
  return {
    archive,
    asked,
    ports: {
      ask: answers,
      archive: async () => ok(archive),
      listen: hearNews,
      followPage: () => undefined,
      now: () => NOW,
    },
    close: async () => {
      await archive.forget();
      archive.close();
    },
  };
}

/** The worker's answer to the first open question of a kind. */
export async function answerFirst(
  asked: Asked[],
  verb: Verb,
  reply: (request: unknown) => Result<unknown> | Promise<Result<unknown>>,
): Promise<void> {
  await settle(() => asked.some((one) => one.verb === verb));
  const [found] = asked.splice(
    asked.findIndex((one) => one.verb === verb),
    1,
  );
  found?.answer(await reply(found.request));
}

/** What the worker says of an opening out of this archive, where the panel stands in this place. */
export async function openingOf(
  archive: Archive,
  place: PanelPlace,
  request: unknown,
): Promise<PanelOpening> {
  const { room } = v.parse(panelVerbs['panel.open'].request, request);
  const settings = await archive.settings();
  const which = settings.sample ? 'sample' : 'shop';
  const named = (which === 'shop' ? place.room : undefined) ?? room;
  const id = named ?? latestOf(await archive.rooms(), NOW)?.id;
  const live = id && {
    id,
    session: ok(present({ session: await archive.session(id) })),
    record: ok(present({ record: await archive.room(id) })),
  };
  const list = ok(await archive.packedNearRooms(named));
  return present({ place: ok(place), settings: ok(settings), which, named, list, live });
}

/** What the worker says of a seller who keeps nothing beside LIVEs. */
export const nothingKept: PanelKept = {
  which: 'shop',
  pinned: ok({ pinned: [] }),
  plans: ok({ plans: [] }),
  upgrade: ok({}),
  history: ok({}),
};

/** The test says what the worker would; its shape is the test's own business. */
function isFor<V extends Verb>(_verb: V, _value: Result<unknown>): _value is Result<Replies[V]> {
  return true;
}

/** The longest that anything takes on a busy machine: digests, for one, are made on another thread. */
const PATIENCE_MS = 20_000;

/** Lets everything that is due settle, turn by turn. */
export async function settle(done: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!done() && performance.now() < until) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!done()) throw new Error('It never came to that.');
}
