import { effect, type ReadonlySignal } from '@preact/signals';
import type { Report } from '../../diagnosis/report.ts';
import { shortVerdict } from '../../diagnosis/text/short-verdict.ts';
import { groundOf } from '../../metrics/live/ground.ts';
import type { Request } from '../../platform/protocol.ts';
import type { Settings } from '../../platform/settings.ts';
import type { ListView } from './list-store.ts';
import type { Ports } from './ports.ts';
import type { RoomView } from './room-store.ts';

interface Worked {
  readonly room: ReadonlySignal<RoomView>;
  readonly list: ReadonlySignal<ListView>;
  readonly settings: ReadonlySignal<Settings>;
  readonly report: ReadonlySignal<Report | undefined>;
}

/**
 * Tells the worker the verdict on the LIVE in view whenever it is another one: the closed panel's tab says it, and
 * can't work it out. LIVEs of the sample shop have no page, and one that runs has no verdict. Answers how to stop.
 */
export function tellVerdict(from: Worked & { readonly ports: Pick<Ports, 'ask'> }): () => void {
  let told = '';
  return effect(() => {
    const request = verdictToTell(from);
    const text = JSON.stringify(request);
    if (request === undefined || text === told) return;
    told = text;
    void from.ports.ask('room.verdict', request);
  });
}

function verdictToTell({
  room,
  list,
  settings,
  report,
}: Worked): Request<'room.verdict'> | undefined {
  const { session } = room.value;
  const { known, rooms, unread } = list.value;
  const found = report.value;
  if (settings.value.sample || session === undefined || !known) return undefined;
  // What is shown without the figures of other LIVEs is better than nothing; told, it would stay.
  if (unread !== undefined) return undefined;
  if (session.room.status === 'live' || found?.room !== session.room.id) return undefined;
  const verdict = shortVerdict(found.verdict);
  return {
    room: found.room,
    ground: groundOf(session.room, rooms),
    ...(verdict === undefined ? {} : { verdict }),
  };
}
