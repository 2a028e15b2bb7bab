import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, type Values } from './fixture.ts';
import { factors } from './index.ts';
import { type JudgedFactor, judgedFactors } from './judged.fixture.ts';

const camel = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** What the factor says of a LIVE with these values, beside its benchmark. */
function outcome({ id, metric, benchmark }: JudgedFactor, values: Values) {
  const factor = factors.find((one) => one.id === id) ?? expect.fail(`no factor ${id}`);
  const session = fixtureSession({ values, currency: 'USD' });
  return factor.evaluate(fixtureInput(session, { [metric]: { benchmark } }));
}

describe.each(judgedFactors)('$id', (row) => {
  const { id, metric, below, above, of, enough, scarce } = row;

  it('finds a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(outcome(row, { [metric]: below, [of]: enough })).toMatchObject({
      state: 'gap',
      seen: { key: `factor_${camel(id)}_seen` },
      advice: { key: `factor_${camel(id)}_advice` },
    });
  });

  it('is fine above the benchmark', () => {
    expect(outcome(row, { [metric]: above, [of]: enough })).toMatchObject({ state: 'fine' });
  });

  it('asks for more of what it rests on before it judges a small LIVE', () => {
    expect(outcome(row, { [metric]: below, [of]: scarce })).toMatchObject({
      state: 'scarce',
      needs: { values: { count: { value: expect.any(Number) } } },
    });
  });

  it('names what is missing', () => {
    expect(outcome(row, { [of]: enough })).toMatchObject({
      state: 'missing',
      needs: {
        key: 'factor_shared_needsMetric',
        values: { metric: { message: `metric_${metric}_name` } },
      },
    });
  });
});
