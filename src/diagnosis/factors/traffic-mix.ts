import type { Text } from '../../metrics/text.ts';
import type { Factor } from '../factor.ts';
import { chanceOfAtMost, LUCK } from '../statistics/chance.ts';
import { FEWEST_EXPECTED } from '../statistics/constants.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, percent, rateText } from '../text/wording.ts';
import { type Entrance, entrancesOf, sourceLabel, sourcesTogether } from '../timeline/sources.ts';

/**
 * A source smaller than a quarter of all impressions can't hide more than a third of the rate of
 * the rest (1 ÷ (1 − ¼)), whatever it does.
 */
const LARGE = 0.25;

/** Entering half as often as elsewhere: the line of "far below". Chosen by us. */
const FAR_BELOW = 0.5;

interface Drag {
  readonly source: Entrance;
  readonly share: number;
  readonly rate: number;
  readonly rest: number;
}

/** Whether the room's tap-through rate is a matter of where it was shown: the mix, not the room. */
export const trafficMix: Factor = {
  id: 'traffic-mix',
  title: 'factor_trafficMix_title',
  lever: 'market',
  group: 'entry-stay',
  owners: ['operator'],
  explains: 'tapThroughRate',
  advises: [
    {
      key: 'factor_trafficMix_advice',
      deed: 'factor_trafficMix_deed',
      how: 'factor_trafficMix_how',
    },
  ],
  evaluate: ({ session }) => {
    const entrances = entrancesOf(session);
    if (entrances === undefined || entrances.length < 2) {
      return { state: 'missing', needs: { key: 'factor_shared_needsSources' } };
    }
    const large = entrances
      .map((source) => drag(source, entrances))
      .filter(({ share }) => share >= LARGE);
    const evidence = entrances.map(({ name, impressions, views }) =>
      evidenceRow(
        { key: 'factor_trafficMix_row', values: { source: sourceLabel(name) } },
        {
          key: 'factor_trafficMix_cell',
          values: { impressions: count(impressions), rate: rateText(views / impressions) },
        },
      ),
    );
    const scarce = large.filter(({ source, rest }) => source.impressions * rest < FEWEST_EXPECTED);
    const heaviest = large
      .filter(
        ({ source, rate, rest }) =>
          rate < rest * FAR_BELOW && chanceOfAtMost(source.views, source.impressions * rest) < LUCK,
      )
      .sort((a, b) => b.rest - a.rest)[0];
    if (heaviest === undefined && scarce.length > 0) {
      return { state: 'scarce', needs: needsOf(scarce), evidence };
    }
    const shown = heaviest ?? large[0];
    if (shown === undefined) {
      return {
        state: 'fine',
        brief: { key: 'factor_trafficMix_briefSpread' },
        seen: { key: 'factor_trafficMix_seenSpread' },
        evidence,
      };
    }
    const values = {
      source: sourceLabel(shown.source.name),
      share: percent(shown.share),
      rate: rateText(shown.rate),
      rest: rateText(shown.rest),
    };
    const words = {
      brief: { key: 'factor_trafficMix_brief', values },
      seen: { key: 'factor_trafficMix_seen', values },
    } as const;
    return heaviest === undefined
      ? { state: 'fine', ...words, evidence }
      : { state: 'gap', ...words, advice: { key: 'factor_trafficMix_advice', values }, evidence };
  },
};

/** Impressions until the first of them can be told; views, where nobody entered from anywhere else. */
function needsOf(scarce: readonly Drag[]): Text {
  const more = scarce
    .filter(({ rest }) => rest > 0)
    .map(({ source, rest }) => FEWEST_EXPECTED / rest - source.impressions);
  return more.length === 0
    ? { key: 'factor_shared_moreViews', values: { count: count(FEWEST_EXPECTED) } }
    : {
        key: 'factor_shared_moreImpressions',
        values: { count: count(Math.max(1, Math.ceil(Math.min(...more)))) },
      };
}

function drag(source: Entrance, all: readonly Entrance[]): Drag {
  const whole = sourcesTogether(all);
  const rest = sourcesTogether(all.filter((other) => other !== source));
  return {
    source,
    share: source.impressions / whole.impressions,
    rate: source.views / source.impressions,
    rest: rest.views / rest.impressions,
  };
}
