/** Zero crossings of the kernel on either side: what folds back is 50 dB down, which no measure here sees. */
const CROSSINGS = 8;
/** Places between two samples at which the kernel is worked out, unless the rates need fewer. */
const MOST_PHASES = 512;
/** How much of what both rates can hold is let pass, so that the slope ends where folding back begins. */
const PASSED = 0.92;

/** All channels as one, their mean, at another rate; by a windowed sinc. */
export function resampled(
  channels: readonly Float32Array[],
  from: number,
  to: number,
): Float32Array {
  const mono = meanOf(channels);
  if (from === to) return mono;
  const { taps, reach, phases } = kernelOf(from, to);
  const width = 2 * reach;
  const out = new Float32Array(Math.floor((mono.length * to) / from));
  for (let place = 0; place < out.length; place += 1) {
    const at = (place * from) / to;
    const base = Math.floor(at);
    const phase = Math.min(phases - 1, Math.round((at - base) * phases));
    const origin = base - reach + 1;
    const end = Math.min(width, mono.length - origin);
    let sum = 0;
    for (let tap = Math.max(0, -origin); tap < end; tap += 1) {
      sum += (taps[phase * width + tap] ?? 0) * (mono[origin + tap] ?? 0);
    }
    out[place] = sum;
  }
  return out;
}

interface Kernel {
  /** `2 × reach` weights for each phase. */
  readonly taps: Float32Array;
  readonly reach: number;
  readonly phases: number;
}

function kernelOf(from: number, to: number): Kernel {
  const cutoff = PASSED * Math.min(1, to / from);
  const reach = Math.ceil(CROSSINGS / cutoff);
  const phases = Math.min(MOST_PHASES, to / commonDivisor(from, to));
  const width = 2 * reach;
  const taps = new Float32Array(width * phases);
  for (let phase = 0; phase < phases; phase += 1) {
    let total = 0;
    for (let tap = 0; tap < width; tap += 1) {
      const apart = tap - reach + 1 - phase / phases;
      const window = Math.cos((Math.PI * apart) / (2 * reach)) ** 2;
      const weight = Math.abs(apart) >= reach ? 0 : sinc(apart * cutoff) * window;
      taps[phase * width + tap] = weight;
      total += weight;
    }
    for (let tap = 0; tap < width; tap += 1) {
      const place = phase * width + tap;
      taps[place] = (taps[place] ?? 0) / total;
    }
  }
  return { taps, reach, phases };
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function meanOf(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  const mean = Float32Array.from(first);
  for (const channel of others) {
    for (let place = 0; place < mean.length; place += 1) {
      mean[place] = (mean[place] ?? 0) + (channel[place] ?? 0);
    }
  }
  return mean.map((sum) => sum / channels.length);
}
