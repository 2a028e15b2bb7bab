// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonsOf } from '../../diagnosis/comparisons.ts';
import { funnelOf } from '../../diagnosis/decomposition/funnel.ts';
import { standingOf } from '../../diagnosis/room-standing.ts';
import { targetsOf } from '../../diagnosis/target.ts';
import { catalogue, metric } from '../../metrics/catalogue.ts';
import { parseRoomId } from '../../metrics/ids.ts';
import { emptySession } from '../../metrics/merge.ts';
import { unixMs } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from './i18n.ts';
import { VerdictChip } from './verdict-chip.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const origin = { how: 'file', endpoint: 'test', at: unixMs(0) } as const;

/** The comparison of a LIVE's tap-through rate with a benchmark of 5 %. */
function compared(rate: number) {
  const session = {
    ...emptySession(parseRoomId('7649951805363391253') ?? failing()),
    figures: { tapThroughRate: { value: rate, origin } },
  };
  const benchmark = {
    basis: 'market',
    metrics: { tapThroughRate: { kind: 'line', value: 0.05 } },
  } as const;
  const all = comparisonsOf(session, [], targetsOf(benchmark, [], undefined), undefined);
  const comparison = all.find((one) => one.metric === 'tapThroughRate');
  const gap = { state: 'missing', yours: [], benchmark: [] } as const;
  return {
    verdict: comparison?.verdict ?? failing(),
    standing: standingOf(session, all, gap, funnelOf({})),
  };
}

function failing(): never {
  throw new Error('There is no room or no comparison.');
}

/** How the chip shows a verdict: its word, and whether it is painted as good news or bad. */
async function shown(rate: number): Promise<string> {
  const root = document.createElement('div');
  const { verdict } = compared(rate);
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <VerdictChip verdict={verdict} better={metric('tapThroughRate').better} />
      </I18nContext.Provider>,
      root,
    ),
  );
  return `${root.textContent} ${root.querySelector('[class*=chip-]')?.className}`;
}

describe('the verdict on a metric of which more is better', () => {
  it('says which side of the benchmark it lies on, good news above', async () => {
    expect(await shown(0.06)).toMatch(/^Higher .*high/);
    expect(await shown(0.04)).toMatch(/^Lower .*low/);
    expect(compared(0.04).standing).toBe('can-improve');
    expect(compared(0.06).standing).toBe('normal');
  });
});

// No metric of the catalogue is one yet; a cost would be.
describe('the verdict on a metric of which less is better', () => {
  const set = (better: 'lower' | 'higher') =>
    Object.defineProperty(catalogue.tapThroughRate, 'better', { value: better });
  beforeAll(() => void set('lower'));
  afterAll(() => void set('higher'));

  it('says which side of the benchmark it lies on, bad news above', async () => {
    expect(await shown(0.06)).toMatch(/^Higher .*low/);
    expect(await shown(0.04)).toMatch(/^Lower .*high/);
    expect(compared(0.06).standing).toBe('can-improve');
    expect(compared(0.04).standing).toBe('normal');
  });
});
