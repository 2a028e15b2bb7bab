import { failure } from '../../archive/storage-error.ts';
import { ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { present } from '../../metrics/present.ts';
import { type ArchiveNews, changesAll, tellsOfRoom } from '../../platform/archive-news.ts';
import type { Replies } from '../../platform/protocol.ts';
import type { First } from './first-answer.ts';
import type { Listed } from './list-store.ts';
import type { Ports, Which } from './ports.ts';
import type { KeptLive } from './room-store.ts';
import { listedIn } from './worker-archive.ts';

type Opened = Replies['panel.open'];
type Kept = Replies['panel.kept'];

/**
 * What a panel opens with, asked of the worker in two messages at once, so that nothing waits for an answer to know
 * what to ask next. A part answers nothing where it is of another archive or LIVE than the one that is wanted by then,
 * or where news may have overtaken it: then it is asked for by itself.
 */
export interface OpeningParts {
  readonly settings: Promise<Opened['settings']>;
  readonly place: Promise<Opened['place']>;
  /** With the figures near a LIVE, the newest where none is named. */
  readonly list: (which: Which, near: RoomId | undefined) => First<Listed>;
  readonly live: (which: Which, id: RoomId) => First<KeptLive>;
  readonly pinned: (which: Which) => First<Replies['pinned.list']>;
  readonly plans: (which: Which) => First<Replies['plan.list']>;
  readonly upgrade: () => First<Replies['archive.upgrade']>;
  readonly history: () => First<Replies['history.progress']>;
  /** Heeds no more news, once this is done and all is answered. */
  readonly endAfter: (done: Promise<unknown>) => void;
}

/** Asks for an opening. @param named the LIVE in the panel's own address */
export function askOpening(ports: Pick<Ports, 'ask' | 'listen'>, named?: RoomId): OpeningParts {
  const heard: ArchiveNews[] = [];
  const stop = ports.listen((news) => heard.push(news));
  const opened = ports.ask('panel.open', present({ room: named }));
  const kept = ports.ask('panel.kept', {});
  const isOld = (isTouchedBy: (news: ArchiveNews) => boolean): boolean =>
    heard.some((news) => changesAll(news) || isTouchedBy(news));

  const openedPart = async <T>(part: (value: Opened) => Result<T>): Promise<Result<T>> => {
    const reply = await opened;
    return reply.ok ? part(reply.value) : reply;
  };
  const keptPart = async <T>(
    part: (value: Kept) => Result<T> | undefined,
    isTouchedBy: (news: ArchiveNews) => boolean,
  ): First<T> => {
    const reply = await kept;
    if (isOld(isTouchedBy)) return undefined;
    return reply.ok ? part(reply.value) : reply;
  };

  return {
    settings: openedPart(({ settings }) => settings),
    place: openedPart(({ place }) => place),
    list: async (which, near) => {
      const reply = await opened;
      if (isOld(({ kind }) => kind === 'room' || kind === 'rooms')) return undefined;
      if (!reply.ok) return reply;
      const { list } = reply.value;
      if (reply.value.which !== which || reply.value.named !== near) return undefined;
      return list.ok ? listed(list.value) : list;
    },
    live: async (which, id) => {
      const reply = await opened;
      if (isOld((news) => tellsOfRoom(news, id))) return undefined;
      if (!reply.ok) return reply;
      const { live } = reply.value;
      if (reply.value.which !== which || live?.id !== id) return undefined;
      const { session, record } = live;
      if (!session.ok) return session;
      return record.ok ? ok([session.value.session, record.value.record]) : record;
    },
    pinned: (which) =>
      keptPart(
        (value) => (value.which === which ? value.pinned : undefined),
        ({ kind }) => kind === 'pinned',
      ),
    plans: (which) =>
      keptPart(
        (value) => (value.which === which ? value.plans : undefined),
        ({ kind }) => kind === 'plans',
      ),
    upgrade: () =>
      keptPart(
        ({ upgrade }) => upgrade,
        ({ kind }) => kind === 'settings',
      ),
    history: () =>
      keptPart(
        ({ history }) => history,
        ({ kind }) => kind === 'history',
      ),
    endAfter: (done) => void Promise.allSettled([done, opened, kept]).then(stop),
  };
}

function listed(list: Replies['archive.near']): Result<Listed> {
  try {
    return ok(listedIn(list));
  } catch (error) {
    return failure(error);
  }
}
