import type { Background, MadeStretch, PlantedSet } from './planted.ts';

/** The made places are this much larger than what is shown of them, so that there is room to move. */
export const PLACE_MARGIN = 1.15;
/** Points over which a lens spreads an edge. */
const LENS = 1.3;

/** What `ffmpeg -filter_complex` makes a stretch's picture of: input 0 is the place, 1 the person. Answers [picture]. */
export function pictureFilter(
  { width, height, strength }: PlantedSet,
  stretch: MadeStretch,
): string {
  const { picture, movement } = stretch;
  const defects: Record<MadeStretch['picture'], readonly string[]> = {
    clean: [],
    dark: [`lutyuv=y=16+(val-16)*${strength.dark}:u=128+(val-128)*0.4:v=128+(val-128)*0.4`],
    burnt: [
      `lutyuv=y='min(235,16+(val-16)*${strength.burnt})':u=128+(val-128)*0.5:v=128+(val-128)*0.5`,
    ],
    warm: [`lutyuv=u=val-${strength.warm}:v=val+${Math.round(strength.warm / 2)}`],
    soft: [`gblur=sigma=${strength.soft}`],
    still: [],
    barred: [
      `scale=${width}:${even(height * strength.barred)}:flags=area,setsar=1`,
      `pad=${width}:${height}:0:(oh-ih)/2:black`,
    ],
  };
  const still = picture === 'still';
  const sway = (swing: number, slow: number): string =>
    still ? '0' : `${swing}*sin(t/${slow})+${swing / 8}*sin(t*3.7)`;
  // No lens is as sharp as what is drawn.
  const lens = `gblur=sigma=${LENS}`;
  const steady = movement === 'person' ? 1.5 : movement === 'hand' ? 40 : 12;
  const shown = [
    `crop=${width}:${height}:(iw-ow)/2+${sway(steady, 2.3)}:(ih-oh)/2+${sway(steady, 3.1)}`,
    'setsar=1',
  ];
  // A thing before the lens comes near and goes; a person turns and leans.
  const beside = movement === 'close' ? 0.32 : 0.14;
  const person = `overlay=x=(W-w)/2+W*0.04+(${still ? '0' : `W*${beside}*sin(t/1.9)+W*0.012*sin(t*2.9)`}):y=H-h+H*0.05+(${still ? '0' : 'H*0.015*sin(t*1.3)'}):format=yuv420`;
  // A camera's noise comes last but for bars, which are put around the picture.
  const noise = `noise=alls=${picture === 'dark' ? 5 : 2}:allf=t`;
  const bars = picture === 'barred' ? defects.barred : [];
  const others = picture === 'barred' ? [] : defects[picture];
  const after = [...others, noise, ...bars, 'format=yuv420p'].join(',');
  return `[0]${shown.join(',')}[place];[place][1]${person},${lens},format=yuv420p,${after}[picture]`;
}

/** What sounds beside a voice, as sources of ffmpeg, at about the level of a voice's. */
function background(which: Background, root: number): string {
  const note = (factor: number): string => `sin(2*PI*${(root * factor).toFixed(2)}*t)`;
  const chord = [1, 1.25, 1.5, 2].map(note).join('+');
  const step = `floor(mod(t*4\\,8))`;
  const melody = `sin(2*PI*${root}*pow(2\\,mod(${step}*7\\,12)/12)*t)*exp(-4*mod(t\\,0.25))`;
  const drum = 'sin(2*PI*60*t)*exp(-18*mod(t\\,0.5))+(random(0)-0.5)*exp(-40*mod(t+0.25\\,0.5))';
  return {
    room: 'anoisesrc=color=pink:amplitude=0.003:sample_rate=44100',
    chords: `aevalsrc=0.09*(${chord})*(1+0.3*sin(2*PI*t/4)):s=44100`,
    beat: `aevalsrc=0.22*(${melody})+0.3*(${drum}):s=44100`,
    street: 'anoisesrc=color=brown:amplitude=0.18:sample_rate=44100',
  }[which];
}

/**
 * What `ffmpeg -filter_complex` makes a stretch's sound of. Answers [sound].
 *
 * @param voice the number of the input that speaks, as it is said in a loop
 */
export function soundFilter(
  { strength, root }: PlantedSet,
  stretch: MadeStretch,
  voice: number,
): string {
  const finish = 'aformat=sample_fmts=fltp:sample_rates=44100:channel_layouts=stereo[sound]';
  if (stretch.sound === 'silent') return `anullsrc=r=44100:cl=stereo,${finish}`;
  const behind = background(stretch.background, root);
  if (stretch.sound === 'voiceless') return `${behind},${finish}`;
  const level = { clean: 0, quiet: strength.quiet, clipped: strength.clipped }[stretch.sound];
  const beside = stretch.background === 'room' ? 0 : -10;
  // Through whole numbers, which cut off what is too loud; before that in two channels, which are quieter than one.
  return [
    `${behind},volume=${beside}dB[behind]`,
    `[${voice}:a]aresample=44100[voice]`,
    `[voice][behind]amix=inputs=2:normalize=0:duration=longest,aformat=channel_layouts=stereo,volume=${level}dB,aformat=sample_fmts=s16,${finish}`,
  ].join(';');
}

const even = (value: number): number => 2 * Math.round(value / 2);
