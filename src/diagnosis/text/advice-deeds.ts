import type { MessageKey } from '../../metrics/text.ts';
import { stepWords } from './step-words.ts';

/** A factor's advice as something to do: its title, and how where the advice also says what to compare. */
export interface DeedWords {
  readonly deed: MessageKey;
  /** How to do it without a word on measuring, which is no host's business on air; else the advice says it. */
  readonly how?: MessageKey;
}

/** The sentences in which factors advise. */
export type AdviceKey = Extract<MessageKey, `factor_${string}_advice${string}`>;

/**
 * What each advice asks to be done, in a few words for a title. A deed takes the values of its advice. The advice
 * on a step goes by the step's own words, so that a deed has one name wherever it stands.
 */
const deeds: Readonly<Record<AdviceKey, DeedWords>> = {
  factor_ads_advice: { deed: 'factor_ads_deed', how: 'factor_ads_how' },
  factor_basket_advice: stepWords.aov,
  factor_burntOutPicture_advice: { deed: 'factor_burntOutPicture_deed' },
  factor_cadence_adviceLong: { deed: 'factor_cadence_deedLong' },
  factor_cadence_adviceRare: { deed: 'factor_cadence_deedRare' },
  factor_cartLeak_advice: { deed: 'factor_cartLeak_deed' },
  factor_clickToOrder_advice: stepWords.ctor,
  factor_clippedSound_advice: { deed: 'factor_clippedSound_deed' },
  factor_colourCast_advice: { deed: 'factor_colourCast_deed' },
  factor_comments_advice: { deed: 'factor_comments_deed' },
  factor_compliance_advice: { deed: 'factor_compliance_deed' },
  factor_darkPicture_advice: { deed: 'factor_darkPicture_deed' },
  factor_firstImpression_advice: { deed: 'factor_firstImpression_deed' },
  factor_followersCalled_advice: { deed: 'factor_followersCalled_deed' },
  factor_follows_advice: { deed: 'factor_follows_deed' },
  factor_heroProduct_adviceNone: { deed: 'factor_heroProduct_deedNone' },
  factor_heroProduct_adviceOne: { deed: 'factor_heroProduct_deedOne' },
  factor_hiddenGem_advice: { deed: 'factor_hiddenGem_deed', how: 'factor_hiddenGem_how' },
  factor_hostShift_advice: { deed: 'factor_hostShift_deed' },
  factor_likes_advice: { deed: 'factor_likes_deed' },
  factor_nobodyInSight_advice: { deed: 'factor_nobodyInSight_deed' },
  factor_opening_advice: { deed: 'factor_opening_deed' },
  factor_payment_advice: { deed: 'factor_payment_deed' },
  factor_pinChoice_advice: { deed: 'verdict_pin_deed', how: 'factor_pinChoice_how' },
  factor_pinRhythm_adviceBare: { deed: 'factor_pinRhythm_deedBare' },
  factor_pinRhythm_adviceLong: { deed: 'factor_pinRhythm_deedLong' },
  factor_pinRhythm_adviceShort: { deed: 'factor_pinRhythm_deedShort' },
  factor_pinWithoutVoice_advice: { deed: 'factor_pinWithoutVoice_deed' },
  factor_productClick_advice: stepWords.liveCtr,
  factor_productExposure_advice: { deed: 'factor_productExposure_deed' },
  factor_quietSound_advice: { deed: 'factor_quietSound_deed' },
  factor_quietStretch_advice: { deed: 'factor_quietStretch_deed' },
  factor_range_adviceFew: { deed: 'factor_range_deedFew' },
  factor_range_adviceIdle: { deed: 'factor_range_deedIdle' },
  factor_reach_advice: stepWords.impressionsPerHour,
  factor_return_advice: { deed: 'factor_return_deed' },
  factor_sessionLength_adviceLong: { deed: 'factor_sessionLength_deedLong' },
  factor_sessionLength_adviceShort: { deed: 'factor_sessionLength_deedShort' },
  factor_sessionLength_adviceTail: { deed: 'factor_sessionLength_deedTail' },
  factor_shares_advice: { deed: 'factor_shares_deed' },
  factor_silentSound_advice: { deed: 'factor_silentSound_deed' },
  factor_softPicture_advice: { deed: 'factor_softPicture_deed' },
  factor_speechTempo_adviceFast: { deed: 'factor_speechTempo_deedFast' },
  factor_speechTempo_adviceSlow: { deed: 'factor_speechTempo_deedSlow' },
  factor_startSlot_advice: { deed: 'factor_startSlot_deed', how: 'factor_startSlot_how' },
  factor_stay_advice: { deed: 'factor_stay_deed' },
  factor_stillPicture_advice: { deed: 'factor_stillPicture_deed' },
  factor_stock_adviceGone: { deed: 'factor_stock_deedGone' },
  factor_stock_adviceLow: { deed: 'factor_stock_deedLow' },
  factor_tapThrough_advice: stepWords.tapThroughRate,
  factor_trafficMix_advice: { deed: 'factor_trafficMix_deed', how: 'factor_trafficMix_how' },
};

/** What an advice asks to be done; undefined for a sentence that is no advice of a factor. */
export const deedOfAdvice = (key: MessageKey): DeedWords | undefined =>
  isAdvice(key) ? deeds[key] : undefined;

const isAdvice = (key: MessageKey): key is AdviceKey => key in deeds;
