/** A filter of second order, its first recursive coefficient being 1. */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** What a signal is behind filters, one after another, from rest. */
export function filtered(samples: Float32Array, filters: readonly Biquad[]): Float32Array {
  return filters.reduce<Float32Array>((signal, filter) => behind(signal, filter), samples);
}

function behind(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const out = new Float32Array(samples.length);
  const [b0, b1, b2] = b;
  const [a1, a2] = a;
  let first = 0;
  let second = 0;
  for (let place = 0; place < samples.length; place += 1) {
    const input = samples[place] ?? 0;
    const output = b0 * input + first;
    first = b1 * input - a1 * output + second;
    second = b2 * input - a2 * output;
    out[place] = output;
  }
  return out;
}

/** Lets pass what is above or below a frequency, 12 dB an octave, 3 dB down at it. Source: R. Bristow-Johnson, Audio EQ Cookbook. */
export function passing(which: 'above' | 'below', frequency: number, rate: number): Biquad {
  const turn = (2 * Math.PI * frequency) / rate;
  const cosine = Math.cos(turn);
  const alpha = Math.sin(turn) / Math.SQRT2;
  const scale = 1 + alpha;
  const outer = (which === 'below' ? 1 - cosine : 1 + cosine) / 2 / scale;
  return {
    b: [outer, which === 'below' ? 2 * outer : -2 * outer, outer],
    a: [(-2 * cosine) / scale, (1 - alpha) / scale],
  };
}
