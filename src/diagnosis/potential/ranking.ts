import { type StepId, stepIds } from '../report.ts';

/**
 * How far a step is in the seller's hands (0 to 1) ÷ what changing it takes (1 to 4). Reach is given
 * by the platform and is won over weeks; the pin, the card and the call to tap are changed in the next
 * minute; scene, offer and bundle take preparation. Chosen by us.
 */
const ease: Readonly<Record<StepId, number>> = {
  impressionsPerHour: 0.5 / 4,
  tapThroughRate: 0.8 / 2,
  liveCtr: 1,
  ctor: 0.8 / 2,
  aov: 0.8 / 2,
};

/**
 * What ease counts beside the expected share of the best gain: a twentieth at most, since the draws
 * tell shares no nearer, so that of steps about equal the easier goes first. Added and not by classes,
 * a step that alone gets worse never falls behind: its share grows more than any other's. As a
 * multiplier of the money, as the method first proposed, ease gave away a tenth of the best gain in
 * simulated rooms; like this it costs nothing that can be told.
 */
const EASE_COUNTS = 0.05;

/** A step's place in the ranking rests on this. */
interface Ranked {
  readonly id: StepId;
  /** Expected share of the best single gain. */
  readonly capture?: number;
}

/** Which step to change first: by expected share of the best gain and some ease, then upstream. */
export function byPriority(a: Ranked, b: Ranked): number {
  return priorityOf(b) - priorityOf(a) || stepIds.indexOf(a.id) - stepIds.indexOf(b.id);
}

const priorityOf = ({ id, capture = 0 }: Ranked): number => capture + EASE_COUNTS * ease[id];

/**
 * An advice is given where the best step's expected share of the best gain is many times the chance
 * that nothing is to be gained. The five steps are judged together, so that five looks don't make
 * five chances of a false alarm. No other rule wins more at as many false alarms (Neyman and
 * Pearson's lemma) if the draws are right and the line is one for all; but the noisier a room, the
 * easier chance makes a healthy one look ill. For the alarms to be about as rare in short LIVEs as in
 * long ones the line therefore rises with the noise: 18 where the steps are known to some 5 %, 36
 * where to some 10 %. With fewer than five earlier LIVEs the usual level is itself a guess, and the
 * line lies higher still.
 *
 * Both figures were chosen on the simulated rooms of the seeds abl3 to abl5 and tried on those of
 * abl1 and abl2, so that at most one healthy room in twenty is alarmed in each of short and long
 * LIVEs with few and many earlier ones. On the latter it was 4.7 % (short) and 4.0 % (long) with a
 * dozen earlier ones, and nowhere more than 4.8 %.
 */
const LINE_BY_NOISE = 355;
const WITHOUT_HISTORY = 34;

/** Fewer than one simulated room in a hundred was less noisy; less noise than this lowers the line no further. */
const LEAST_NOISE = 0.02;

/** Keeps the quotient finite where no draw was healthy: one draw more than there are. */
const LEAST_CHANCE = 1 / 512;

/** What a room's advice hangs on. */
export interface AdviceEvidence {
  /** The best step's expected share of the best gain. */
  readonly best: number;
  /** Chance that no step has anything to gain that matters. */
  readonly healthy: number;
  /** Mean standard error of the steps, on the log scale. */
  readonly noise: number;
  readonly levels: 'own' | 'benchmark';
}

/** Whether the room as a whole is worth an advice. */
export function isWorthAdvice({ best, healthy, noise, levels }: AdviceEvidence): boolean {
  const line = LINE_BY_NOISE * Math.max(LEAST_NOISE, noise);
  return best / (healthy + LEAST_CHANCE) > line + (levels === 'own' ? 0 : WITHOUT_HISTORY);
}

/** A step is advised if it is twice as likely below its target as not, the room being worth advice. */
export const RELIABLE = 2 / 3;

/** From this chance of a gain that matters on, a step that isn't advised is unsure and not fine. */
export const DOUBTFUL = 0.2;

/**
 * The least money worth showing, beside the material share of GMV/h: a tenth of an order an hour,
 * which is the same in every currency.
 */
export const ORDERS_SHOWN = 0.1;
