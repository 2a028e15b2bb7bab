import type { Factor } from '../factor.ts';
import { readShare } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, rateText } from '../text/wording.ts';
import { entrancesOf, sourceLabel, sourcesTogether } from '../timeline/sources.ts';

/** The sources that reach people who know the shop: TikTok's names for them. */
const OWN_PEOPLE: readonly string[] = ['follow', 'message'];

/**
 * Whether the shop's own followers enter when they are shown the LIVE. They chose the shop once, so
 * they are held against everyone else who was shown the same LIVE.
 */
export const followersCalled: Factor = {
  id: 'followers-called',
  title: 'factor_followersCalled_title',
  lever: 'market',
  group: 'entry-stay',
  owners: ['operator'],
  explains: 'tapThroughRate',
  advises: [{ key: 'factor_followersCalled_advice', deed: 'factor_followersCalled_deed' }],
  evaluate: ({ session }) => {
    const entrances = entrancesOf(session) ?? [];
    const own = entrances.filter(({ name }) => OWN_PEOPLE.includes(name));
    const others = sourcesTogether(entrances.filter(({ name }) => !OWN_PEOPLE.includes(name)));
    if (own.length === 0 || others.impressions === 0) {
      return { state: 'missing', needs: { key: 'factor_followersCalled_needs' } };
    }
    const called = sourcesTogether(own);
    const rate = called.views / called.impressions;
    const strangers = others.views / others.impressions;
    const evidence = own.map(({ name, impressions, views }) =>
      evidenceRow(
        { key: 'factor_tapThrough_fromSource', values: { source: sourceLabel(name) } },
        rateText(views / impressions),
        rateText(strangers),
      ),
    );
    if (strangers <= 0) {
      return { state: 'missing', needs: { key: 'factor_followersCalled_needs' } };
    }
    const reading = readShare(Math.min(1, rate), called.impressions, Math.min(1, strangers));
    if (reading.reading === 'scarce') {
      return {
        state: 'scarce',
        needs: { key: 'factor_shared_moreImpressions', values: { count: count(reading.more) } },
        evidence,
      };
    }
    const values = {
      rate: rateText(rate),
      others: rateText(strangers),
      impressions: count(called.impressions),
      views: count(called.views),
    };
    const words = {
      brief: { key: 'factor_followersCalled_brief', values },
      seen: { key: 'factor_followersCalled_seen', values },
      evidence,
    } as const;
    return reading.reading === 'below'
      ? { state: 'gap', ...words, advice: { key: 'factor_followersCalled_advice' } }
      : { state: 'fine', ...words };
  },
};
