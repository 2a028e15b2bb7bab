import { describe, expect, it } from 'vitest';
import { Fields, Gaps } from '../seller-center/fields.ts';
import { apiShare } from './api-value.ts';

describe('a share of the Open API', () => {
  const read = (rate: unknown) => {
    const gaps = new Gaps('test');
    return { share: apiShare(Fields.of({ rate }, gaps), 'rate'), gaps: gaps.list };
  };

  it('is a percentage where its mark says so, else a fraction', () => {
    expect(read('13.99%').share).toEqual({ value: 0.1399, percentDecimals: 2 });
    expect(read('0.1399').share).toEqual({ value: 0.1399, percentDecimals: 2 });
  });

  it.each([`${'9'.repeat(400)}%`, '9'.repeat(400), `1.${'1'.repeat(200)}%`, 'many', 12, '-1%'])(
    'is none and said to be unreadable where it is %j',
    (rate) => {
      const { share, gaps } = read(rate);
      expect(share).toBeUndefined();
      expect(gaps).toMatchObject([{ field: 'rate', reason: 'malformed' }]);
    },
  );
});
