import { type Biquad, filtered } from './biquad.ts';

/** Blocks of 400 ms, a new one every 100 ms; those below -70 LUFS are no sound, and those 10 LU below the rest are pauses. Source: ITU-R BS.1770-4. */
const STEP_SECONDS = 0.1;
const STEPS_A_BLOCK = 4;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;
const OFFSET = -0.691;

/**
 * The gated loudness of a sound in LUFS; null of silence, and of what is shorter than a block. Each channel
 * counts alike, as left, right and centre do.
 *
 * @param channels samples at ±1 for full scale, one array a channel, equally long
 * @param rate samples a second
 */
export function loudnessOf(channels: readonly Float32Array[], rate: number): number | null {
  const steps = stepsOf(channels, rate);
  const blocks: number[] = [];
  for (let first = 0; first + STEPS_A_BLOCK <= steps.length; first += 1) {
    blocks.push(meanOf(steps.slice(first, first + STEPS_A_BLOCK)));
  }
  const heard = blocks.filter((power) => loudnessAt(power) >= ABSOLUTE_GATE);
  if (heard.length === 0) return null;
  const gate = loudnessAt(meanOf(heard)) + RELATIVE_GATE;
  return loudnessAt(meanOf(heard.filter((power) => loudnessAt(power) >= gate)));
}

/** The mean square of each whole step, all channels added, as the ear weighs it. */
function stepsOf(channels: readonly Float32Array[], rate: number): number[] {
  const length = Math.round(rate * STEP_SECONDS);
  const count = Math.floor((channels[0]?.length ?? 0) / length);
  const steps = new Array<number>(count).fill(0);
  const filters = weighting(rate);
  for (const channel of channels) {
    const weighted = filtered(channel, filters);
    for (let step = 0; step < count; step += 1) {
      let sum = 0;
      for (let place = step * length; place < (step + 1) * length; place += 1) {
        sum += (weighted[place] ?? 0) ** 2;
      }
      steps[step] = (steps[step] ?? 0) + sum / length;
    }
  }
  return steps;
}

const loudnessAt = (power: number): number => OFFSET + 10 * Math.log10(power);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The K-weighting of BS.1770 at any rate: the recommendation gives its coefficients at 48 kHz, of which
 * these are the analogue frequencies and qualities. Source: B. De Man, Evaluation of Implementations of
 * the EBU R128 Loudness Measurement (AES 2018).
 */
function weighting(rate: number): readonly Biquad[] {
  return [shelf(rate), highPass(rate)];
}

function shelf(rate: number): Biquad {
  const quality = 0.7071752369554196;
  const k = Math.tan((Math.PI * 1681.974450955533) / rate);
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const scale = 1 + k / quality + k * k;
  return {
    b: [
      (high + (band * k) / quality + k * k) / scale,
      (2 * (k * k - high)) / scale,
      (high - (band * k) / quality + k * k) / scale,
    ],
    a: [(2 * (k * k - 1)) / scale, (1 - k / quality + k * k) / scale],
  };
}

function highPass(rate: number): Biquad {
  const quality = 0.5003270373238773;
  const k = Math.tan((Math.PI * 38.13547087602444) / rate);
  const scale = 1 + k / quality + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / scale, (1 - k / quality + k * k) / scale] };
}
