/** So many samples in a row at the limit are a clipped peak: a single one may be a peak as it was. Chosen by us on made recordings. */
const RUN = 3;
/** Of full scale; below 1, since encoding rounds what was cut off. Chosen likewise. */
const LIMIT = 0.985;
/** Silence is told by the tenth of a second. */
const BLOCK_SECONDS = 0.1;
/** Mean square below which a block is silent: -60 dB of full scale. */
const SILENT = 1e-6;

/** How often a sound is cut off at full scale, in the channel where it happens most often. */
export function clippedRunsOf(channels: readonly Float32Array[]): number {
  return Math.max(0, ...channels.map(runsOf));
}

function runsOf(samples: Float32Array): number {
  let runs = 0;
  let length = 0;
  let side = 0;
  for (const sample of samples) {
    const now = sample >= LIMIT ? 1 : sample <= -LIMIT ? -1 : 0;
    length = now === 0 ? 0 : now === side ? length + 1 : 1;
    side = now;
    if (length === RUN) runs += 1;
  }
  return runs;
}

/** Share of the tenths of a second that are silent in every channel, 0 to 1; what is left at the end counts as one. */
export function silentShareOf(channels: readonly Float32Array[], rate: number): number {
  const length = Math.max(1, Math.round(rate * BLOCK_SECONDS));
  const total = channels[0]?.length ?? 0;
  const blocks = Math.ceil(total / length);
  if (blocks === 0) return 0;
  let silent = 0;
  for (let from = 0; from < total; from += length) {
    const to = Math.min(total, from + length);
    if (channels.every((channel) => powerOf(channel, from, to) < SILENT)) silent += 1;
  }
  return silent / blocks;
}

/** The mean square of samples from one place up to another. */
export function powerOf(samples: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let place = from; place < to; place += 1) sum += (samples[place] ?? 0) ** 2;
  return to > from ? sum / (to - from) : 0;
}
