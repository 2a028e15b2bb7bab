import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomIdSchema } from './ids.ts';
import { emptySession, mergePart } from './merge.ts';
import { productColumns, type SessionPart, SessionSchema } from './session.ts';
import { seconds, type UnixSeconds, unixMs, unixSeconds } from './time.ts';

const id = v.parse(RoomIdSchema, '7649951805363391253');
const origin = (endpoint: string, at: number) =>
  ({ how: 'observed', endpoint, at: unixMs(at) }) as const;

const stats: SessionPart = {
  room: { id },
  figures: { views: { value: 743, origin: origin('core/stats', 1) } },
  origins: { figures: origin('core/stats', 1) },
  gaps: [{ endpoint: 'core/stats', field: 'likes', reason: 'absent' }],
};

describe('merging an answer into a room', () => {
  it('keeps what the answer leaves out', () => {
    const merged = mergePart(mergePart(emptySession(id), stats), {
      room: { id, title: 'Masks and serum sale' },
      figures: { likes: { value: 9, origin: origin('list', 2) } },
      origins: { room: origin('list', 2) },
    });
    expect(merged.figures.views?.value).toBe(743);
    expect(merged.figures.likes?.value).toBe(9);
    expect(merged.room.title).toBe('Masks and serum sale');
    expect(merged.origins.figures?.at).toBe(1);
  });

  it('lets a list fill in a figure but not replace one of the own answers of the LIVE', () => {
    const summary = { ...origin('live/list', 2), summary: true };
    const listed: SessionPart = {
      room: { id },
      figures: { views: { value: 700, origin: summary }, viewers: { value: 600, origin: summary } },
    };
    const merged = mergePart(mergePart(emptySession(id), stats), listed);
    expect(merged.figures.views?.value).toBe(743);
    expect(merged.figures.viewers?.value).toBe(600);
    const anew = mergePart(mergePart(emptySession(id), listed), stats);
    expect(anew.figures.views?.value).toBe(743);
  });

  it('does not erase a field by an answer that holds it as undefined', () => {
    const merged = mergePart(mergePart(emptySession(id), { room: { id, title: 'A' } }), {
      room: { id, title: undefined },
    });
    expect(merged.room.title).toBe('A');
  });

  it('replaces the gaps of the endpoint that answered, and only those', () => {
    const again: SessionPart = {
      room: { id },
      origins: { figures: origin('core/stats', 3) },
      gaps: [],
    };
    expect(mergePart(mergePart(emptySession(id), stats), again).gaps).toEqual([]);
    const other: SessionPart = {
      room: { id },
      origins: { pins: origin('event/timeline', 3) },
      gaps: [],
    };
    expect(mergePart(mergePart(emptySession(id), stats), other).gaps).toHaveLength(1);
  });

  it('keeps the series that a smaller question left out, while the intervals are the same', () => {
    const series = (metric: string, value: number) => ({
      metric,
      kind: 'amount' as const,
      points: [[unixSeconds(1_781_143_200), value] as [UnixSeconds, number]],
    });
    const all = mergePart(emptySession(id), {
      room: { id },
      timeline: { interval: seconds(300), series: [series('gmv', 1), series('views', 2)] },
    });
    const asked = (interval: number): SessionPart => ({
      room: { id },
      timeline: { interval: seconds(interval), series: [series('gmv', 3)] },
    });
    expect(mergePart(all, asked(300)).timeline?.series).toEqual([
      series('gmv', 3),
      series('views', 2),
    ]);
    expect(mergePart(all, asked(900)).timeline).toEqual(asked(900).timeline);
  });

  it('keeps the splits of the audience that were asked for one by one', () => {
    const split = (by: 'age' | 'gender', share: number): SessionPart => ({
      room: { id },
      audience: [{ of: 'viewers', by, parts: [{ name: '20', share }] }],
    });
    const merged = [split('age', 0.1), split('gender', 0.2), split('age', 0.3)].reduce(
      mergePart,
      emptySession(id),
    );
    expect(merged.audience?.map(({ by, parts }) => [by, parts[0]?.share])).toEqual([
      ['age', 0.3],
      ['gender', 0.2],
    ]);
  });

  it('refuses a part of another room', () => {
    const other = v.parse(RoomIdSchema, '7654451471329741576');
    expect(() => mergePart(emptySession(id), { room: { id: other } })).toThrow(/can't be merged/);
  });
});

it('knows every column of a product', () => {
  const { id: _id, ...fields } = SessionSchema.entries.products.wrapped.item.entries;
  expect(Object.keys(fields)).toEqual([...productColumns]);
});
