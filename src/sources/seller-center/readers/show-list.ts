import { parseRoomId } from '../../../metrics/ids.ts';
import { present } from '../../../metrics/present.ts';
import type { SessionPart } from '../../../metrics/session.ts';
import { Fields, Gaps } from '../fields.ts';
import type { Reader } from '../reader.ts';

const endpoint = 'live_session/list';

/**
 * The LIVE manager's shows, as a third party captured them (a US shop, June 2026): a show is planned, and
 * has no LIVE, one, or several where it broke off. A planned show without a LIVE gives nothing. Whether a
 * LIVE is over isn't said, so that a duration alone doesn't end it.
 */
export const showListReader: Reader = {
  endpoint,
  path: /\/streamer_desktop\/live_session\/list$/,
  read(data, { origin }) {
    const gaps = new Gaps(endpoint);
    return Fields.of(data, gaps)
      .list('live_sessions')
      .flatMap((show): SessionPart[] => {
        const id = show.id('id');
        const lives = show.list('live_room_infos').flatMap((live) => {
          const room = parseRoomId(live.id('room_id') ?? '');
          return room === undefined
            ? []
            : [
                {
                  id: room,
                  startedAt: live.instant('start_time'),
                  duration: live.length('during_time'),
                },
              ];
        });
        if (id === undefined) return [];
        // Which of a show's LIVEs each is follows from the starts of all of them.
        const isCounted =
          lives.length === show.size('live_room_infos') &&
          (lives.length === 1 || lives.every(({ startedAt }) => startedAt !== undefined));
        const plan = {
          id,
          name: show.text('name'),
          plannedAt: show.instant('start_time'),
          plannedLength: show.length('during_time'),
        };
        return lives
          .toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))
          .map((live, place) => ({
            room: {
              ...present(live),
              ...(isCounted
                ? { show: { ...present(plan), part: place + 1, parts: lives.length } }
                : {}),
            },
            origins: { room: { ...origin, summary: true } },
            gaps: gaps.list,
          }));
      });
  },
};
