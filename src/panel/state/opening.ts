import type { Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import type { ask } from '../../platform/ask.ts';
import type { Replies, Request, Verb } from '../../platform/protocol.ts';
import type { PanelOpening } from '../../platform/verbs/panel.ts';

/** What one verb is answered with out of the opening; undefined where that says nothing of the request. */
type Answers = {
  readonly [V in Verb]?: (request: Request<V>, opening: PanelOpening) => Replies[V] | undefined;
};

const answers: Answers = {
  'panel.place': (_request, { place }) => place,
  'archive.settings': ({ which }, { settings }) => (which === 'shop' ? settings : undefined),
  'archive.rooms': ({ which }, opening) => (which === opening.which ? opening.rooms : undefined),
  'archive.session': ({ which, room }, { live, ...opening }) =>
    which === opening.which && room === live?.room
      ? live.session && { session: live.session }
      : undefined,
  'archive.room': ({ which, room }, { live, ...opening }) =>
    which === opening.which && room === live?.room
      ? live.record && { record: live.record }
      : undefined,
  'pinned.list': ({ which }, { pinned, ...opening }) =>
    which === opening.which ? { pinned } : undefined,
  'plan.list': ({ which }, { plans, ...opening }) =>
    which === opening.which ? { plans } : undefined,
  'archive.upgrade': (_request, { upgrade }) => (upgrade === undefined ? {} : { upgrade }),
  'history.progress': (_request, { progress }) => (progress === undefined ? {} : { progress }),
};

/**
 * Asks the worker for all that a panel needs when it opens in one message, and answers the panel's first
 * questions out of that: each kind once, and none once the archive told of a change. All other questions,
 * and all where the opening failed, go to the worker.
 *
 * @param room the room that the panel's address names
 */
export function askedAtOnce(
  send: typeof ask,
  room: RoomId | undefined,
  listen: (hear: (news: ArchiveNews) => void) => () => void,
): typeof ask {
  let opening: Promise<Result<PanelOpening>> | undefined = send(
    'panel.open',
    room === undefined ? {} : { room },
  );
  const asked = new Set<Verb>();
  listen(() => {
    opening = undefined;
  });
  return async <V extends Verb>(verb: V, request: Request<V>): Promise<Result<Replies[V]>> => {
    const answer: Answers[V] = answers[verb];
    const pending = opening;
    if (answer === undefined || pending === undefined || asked.has(verb)) {
      return send(verb, request);
    }
    asked.add(verb);
    const opened = await pending;
    const value = opened.ok && pending === opening ? answer(request, opened.value) : undefined;
    return value === undefined ? send(verb, request) : { ok: true, value };
  };
}
