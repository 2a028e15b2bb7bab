import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { numberOf } from './figure.ts';
import { parseRoomId } from './ids.ts';
import { SessionSchema } from './session.ts';

const origin = { how: 'file', endpoint: 'test', at: 1 };
const session = {
  version: 1,
  room: { id: '7649951805363391253' },
  figures: {
    views: { value: 743, origin },
    gmv: { money: { amount: '2607080', currency: 'VND' }, origin },
    fromTheFuture: { value: 1, origin },
  },
  comparisons: { market: {}, own: {} },
  origins: {},
  gaps: [],
};

describe('a session from outside', () => {
  it('keeps known figures and drops metrics this build does not know', () => {
    const read = v.parse(SessionSchema, session);
    expect(numberOf(read.figures, 'views')).toBe(743);
    expect(numberOf(read.figures, 'gmv')).toBe(2607080);
    expect(Object.keys(read.figures)).not.toContain('fromTheFuture');
  });

  it('has no figure where none was given', () => {
    expect(numberOf(v.parse(SessionSchema, session).figures, 'likes')).toBeUndefined();
  });

  it('is refused when a figure is not a finite number or the room id no id', () => {
    const refused = (change: object) =>
      v.safeParse(SessionSchema, { ...session, ...change }).success;
    expect(refused({ figures: { views: { value: Number.NaN, origin } } })).toBe(false);
    expect(refused({ room: { id: 'room' } })).toBe(false);
    expect(refused({ room: { id: 7649951805363391253n } })).toBe(false);
  });
});

describe('a room id that a person typed', () => {
  it('may have blanks around it', () => {
    expect(parseRoomId(' 7649951805363391253\n')).toBe('7649951805363391253');
  });

  it('is none when it holds anything but 15 to 20 digits', () => {
    for (const text of ['', '123', '76499518053633912x3', '7.6e18', '765445147132974157600']) {
      expect(parseRoomId(text)).toBeUndefined();
    }
  });
});
