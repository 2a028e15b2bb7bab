import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySession, mergePart } from '../metrics/merge.ts';
import { seconds, unixMs } from '../metrics/time.ts';
import { mergeInTime } from './in-time.ts';
import { arrivals, ordered, origin, roomA, START, views } from './parts.fixture.ts';

const nothing = { session: emptySession(roomA), times: {} };

describe('merging answers in time', () => {
  it('gives the merge in the order of time, whatever the order of arrival', () => {
    fc.assert(
      fc.property(arrivals(roomA, 7), ({ inTime, arriving }) => {
        const merged = arriving.reduce((known, part) => mergeInTime(known, part, START), nothing);
        const expected = inTime.reduce(mergePart, emptySession(roomA));
        expect(ordered(merged.session)).toEqual(ordered(expected));
      }),
    );
  });

  it('takes the time of the call for an answer without an origin', () => {
    const titled = (title: string) => ({ room: { id: roomA, title } });
    const newer = mergeInTime(nothing, titled('new'), unixMs(START + 1));
    expect(mergeInTime(newer, titled('old'), START).session.room.title).toBe('new');
  });

  it('keeps a newer figure of another answer and takes the rest of the older one', () => {
    const known = mergeInTime(nothing, views(roomA, 743, unixMs(START + 2)), START);
    const older = views(roomA, 1, unixMs(START + 1));
    const late = {
      ...older,
      figures: { ...older.figures, likes: { value: 9, origin: origin('x', unixMs(START + 1)) } },
    };
    const { figures } = mergeInTime(known, late, START).session;
    expect(figures.views?.value).toBe(743);
    expect(figures.likes?.value).toBe(9);
  });

  it('does not mix series of two intervals', () => {
    const timeline = (interval: number, metric: string, at: number) => ({
      room: { id: roomA },
      timeline: {
        interval: seconds(interval),
        series: [{ metric, kind: 'amount' as const, points: [] }],
      },
      origins: { timeline: origin('trend/chart', unixMs(START + at)) },
    });
    const wide = mergeInTime(nothing, timeline(900, 'gmv', 2), START);
    const late = mergeInTime(wide, timeline(300, 'views', 1), START);
    expect(late.session.timeline?.series.map(({ metric }) => metric)).toEqual(['gmv']);
    const next = mergeInTime(late, timeline(300, 'likes', 3), START);
    expect(next.session.timeline?.series.map(({ metric }) => metric)).toEqual(['likes']);
  });
});
