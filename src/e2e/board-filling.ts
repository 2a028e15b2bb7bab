import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { type Pinned, PinnedSchema } from '../metrics/board/pinned.ts';
import { REPLAY_DAYS } from '../metrics/live/recording.ts';
import { DAY_SECONDS } from '../metrics/time.ts';

/** A thing for the board, and the picture of its LIVE where it has one. */
export interface BoardThing {
  readonly pinned: Pinned;
  readonly picture?: string;
}

const factors = ['click-to-order', 'first-impression', 'stay', 'reach', 'basket', 'pin-rhythm'];
const metrics = ['ctor', 'tapThroughRate', 'liveCtr', 'impressionsPerHour', 'aov', 'ctor'];

const uuid = (kind: number, place: number): string =>
  `00000000-0000-4000-8000-${kind}${String(place).padStart(11, '0')}`;

/** One of few, in turns. */
const turn = <T>(list: readonly T[], place: number): T | undefined => list[place % list.length];

/**
 * `count` things as a seller may pin them in a year, from many LIVEs, with notes and tags: clips,
 * moments and factors in turns. `now` in seconds, from which the recordings' ends are counted.
 */
export function manyPinned(count: number, now: number): Pinned[] {
  const ranks = generateNKeysBetween(null, null, count);
  return ranks.map((rank, place) => {
    const startedAt = now - (place % 90) * DAY_SECONDS;
    const metric = turn(metrics, place) ?? 'ctor';
    const factor = turn(factors, place);
    const room = {
      room: `76499518053${String(63_391_200 + place)}`,
      creator: `@creator${place % 40}`,
      title: `LIVE number ${place}, with a title of the usual length`,
      startedAt,
      endedAt: startedAt + 7_200,
      currency: 'USD',
      zone: { offset: -28_800 },
      figures: { gmvPerHour: 400 + place, impressionsPerHour: 20_000 + place, [metric]: 0.05 },
    };
    const ends = {
      url: 'https://cdn.example/replay.m3u8',
      expiresAt: startedAt + REPLAY_DAYS * DAY_SECONDS,
    };
    const kinds = [
      { kind: 'factor', factor, metric, money: { value: 90, low: 20, high: 160, currency: 'USD' } },
      { kind: 'moment', factor, at: 60 * (place % 100), ...ends },
      {
        kind: 'clip',
        factor,
        feed: 'Agency',
        clip: { factor, metric, level: 0.08, from: 600, to: 660, ...ends },
      },
    ];
    return v.parse(PinnedSchema, {
      ...turn(kinds, place),
      id: uuid(1, place),
      pinnedAt: (now - place) * 1000,
      rank,
      tags: ['host', 'price', 'opening', 'sold out'].slice(0, place % 4),
      note: place % 2 === 0 ? 'Greet by name, then show the product close to the camera.' : '',
      status: place % 3 === 0 ? 'tried' : 'to-try',
      simulated: true,
      room,
    });
  });
}

/** Three factors of one LIVE, of which the first has a note and a tag. `now` in seconds. */
export function threeFactors(now: number): Pinned[] {
  const [thing] = manyPinned(1, now);
  return ['pin-rhythm', 'quiet-stretch', 'payment'].map((factor, place) =>
    v.parse(PinnedSchema, {
      ...thing,
      id: `00000000-0000-4000-8000-00000000000${place}`,
      factor,
      rank: `a${place}`,
      tags: place === 0 ? ['host'] : [],
      note: place === 0 ? 'Greet newcomers by name. Ask back.' : '',
      status: 'to-try',
    }),
  );
}
