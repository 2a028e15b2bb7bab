import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../metrics/time.ts';
import { type LiveAnswers, LiveAnswersSchema } from '../../sources/open-api/live-answers.ts';
import { isDone, isPartDone } from './kept-answers.ts';

const ENDED = Date.UTC(2026, 10, 20, 20);
/** When its figures are final: the second day after, which begins at 08:00 UTC. */
const FINAL = Date.UTC(2026, 10, 22, 8);
const ZONE = 'America/Los_Angeles';

interface ReadAt {
  readonly list?: number;
  readonly minutes?: number | undefined;
  readonly products?: number | undefined;
  readonly refused?: LiveAnswers['refused'];
  readonly availableTo?: string;
  readonly own?: boolean;
}

function answers(given: ReadAt = {}): LiveAnswers {
  const { list = FINAL, refused = {}, availableTo = '2026-11-20', own = true } = given;
  const { minutes = FINAL, products = FINAL } = given;
  const part = (name: 'minutes' | 'products', at: number) =>
    name in given && given[name] === undefined ? {} : { [name]: { data: {}, at } };
  return v.parse(LiveAnswersSchema, {
    version: 1,
    id: '7654451471329741576',
    list: {
      data: {
        start_time: String((ENDED - 2 * HOUR_MS) / 1000),
        end_time: String(ENDED / 1000),
        ...(own ? { interaction_performance: { views: 3 } } : {}),
      },
      at: list,
      availableTo,
    },
    ...part('minutes', minutes),
    ...part('products', products),
    refused,
  });
}

describe('whether a LIVE is asked for again', () => {
  it('is no where all of it was read when its figures were final', () => {
    expect(isDone(answers(), ZONE)).toBe(true);
  });

  it('is yes where its row, its minutes or its products were read while figures still moved', () => {
    for (const part of ['list', 'minutes', 'products'] as const)
      expect(isDone(answers({ [part]: FINAL - 1 }), ZONE)).toBe(false);
  });

  it('is yes where minutes or products are missing; of another account’s LIVE there are no minutes', () => {
    expect(isDone(answers({ minutes: undefined }), ZONE)).toBe(false);
    expect(isDone(answers({ products: undefined }), ZONE)).toBe(false);
    expect(isDone(answers({ minutes: undefined, own: false }), ZONE)).toBe(true);
  });

  it('is yes where a part was refused since, although it was read before', () => {
    expect(isDone(answers({ refused: { minutes: '98001001' } }), ZONE)).toBe(false);
    expect(isDone(answers({ refused: { products: '36009004' } }), ZONE)).toBe(false);
  });

  it('is yes while the shop’s figures don’t reach its day, as the shop’s zone counts days', () => {
    expect(isDone(answers({ availableTo: '2026-11-19', list: FINAL + DAY_MS }), ZONE)).toBe(false);
    // It ended on the 20th in Los Angeles, and on the 21st in Tokyo.
    expect(isDone(answers(), 'Asia/Tokyo')).toBe(false);
    expect(isDone(answers({ availableTo: '2026-11-21' }), 'Asia/Tokyo')).toBe(true);
  });

  it('is told of each part by itself, so that one that is final isn’t asked for with the other', () => {
    const half = answers({ products: undefined, refused: { products: '98001001' } });
    expect(isPartDone(half, 'minutes', ZONE)).toBe(true);
    expect(isPartDone(half, 'products', ZONE)).toBe(false);
  });
});
