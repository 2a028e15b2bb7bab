import type { MessageKey } from '../../metrics/text.ts';
import type { Factor, FactorAdvice } from '../factor.ts';
import { ads } from './ads.ts';
import { basket } from './basket.ts';
import { burntOutPicture } from './burnt-out-picture.ts';
import { cadence } from './cadence.ts';
import { cartLeak } from './cart-leak.ts';
import { clickToOrder } from './click-to-order.ts';
import { clippedSound } from './clipped-sound.ts';
import { colourCast } from './colour-cast.ts';
import { comments } from './comments.ts';
import { compliance } from './compliance.ts';
import { darkPicture } from './dark-picture.ts';
import { firstImpression } from './first-impression.ts';
import { followersCalled } from './followers-called.ts';
import { follows } from './follows.ts';
import { heroProduct } from './hero-product.ts';
import { hiddenGem } from './hidden-gem.ts';
import { hostShift } from './host-shift.ts';
import { likes } from './likes.ts';
import { nobodyInSight } from './nobody-in-sight.ts';
import { opening } from './opening.ts';
import { payment } from './payment.ts';
import { pinChoice } from './pin-choice.ts';
import { pinRhythm } from './pin-rhythm.ts';
import { pinWithoutVoice } from './pin-without-voice.ts';
import { productClick } from './product-click.ts';
import { productExposure } from './product-exposure.ts';
import { quietSound } from './quiet-sound.ts';
import { quietStretch } from './quiet-stretch.ts';
import { range } from './range.ts';
import { reach } from './reach.ts';
import { returning } from './return.ts';
import { sessionLength } from './session-length.ts';
import { shares } from './shares.ts';
import { silentSound } from './silent-sound.ts';
import { softPicture } from './soft-picture.ts';
import { speechTempo } from './speech-tempo.ts';
import { startSlot } from './start-slot.ts';
import { stay } from './stay.ts';
import { stillPicture } from './still-picture.ts';
import { stock } from './stock.ts';
import { tapThrough } from './tap-through.ts';
import { trafficMix } from './traffic-mix.ts';

/**
 * Every factor, by lever in the order of TikTok's page. TikTok's own list is not public: this one is
 * ours, built from what Seller Center reports for a room.
 */
export const factors: readonly Factor[] = [
  firstImpression,
  darkPicture,
  burntOutPicture,
  softPicture,
  colourCast,
  startSlot,
  sessionLength,
  opening,
  quietStretch,
  cadence,
  compliance,
  stillPicture,
  quietSound,
  clippedSound,
  silentSound,
  stay,
  returning,
  hostShift,
  nobodyInSight,
  speechTempo,
  range,
  heroProduct,
  hiddenGem,
  basket,
  stock,
  productExposure,
  productClick,
  clickToOrder,
  pinRhythm,
  pinChoice,
  pinWithoutVoice,
  cartLeak,
  payment,
  comments,
  likes,
  shares,
  follows,
  reach,
  tapThrough,
  trafficMix,
  followersCalled,
  ads,
];

const advices: ReadonlyMap<MessageKey, FactorAdvice> = new Map(
  factors.flatMap(({ advises }) => advises.map((advice) => [advice.key, advice])),
);

/** The advice that a sentence gives, with its deed; undefined for one in which no factor advises. */
export const adviceSaid = (sentence: MessageKey): FactorAdvice | undefined => advices.get(sentence);

/** Whether a factor keeps the shop healthy, so that it is done whatever else is tested. */
export const isHygiene = (factor: string): boolean =>
  factors.find(({ id }) => id === factor)?.isHygiene === true;
