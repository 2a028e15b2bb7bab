import type { Place } from './still.ts';

/** What is planted in the picture of a stretch; nothing but a clean picture unless one of these. */
export const pictureDefects = ['dark', 'burnt', 'warm', 'soft', 'still', 'barred'] as const;
/** The same of the sound. */
export const soundDefects = ['silent', 'quiet', 'clipped', 'voiceless'] as const;

type PictureDefect = (typeof pictureDefects)[number];
type SoundDefect = (typeof soundDefects)[number];
/** What may be planted and is to be found. */
export type Defect = PictureDefect | SoundDefect;

/** Who or what moves: a room on a tripod with a person in it, a phone in a hand, a thing turned before the lens. */
type Movement = 'person' | 'hand' | 'close';

/** A voice as espeak-ng names it, how fast it speaks in words a minute by its own count, and in what. */
interface Voice {
  readonly name: string;
  readonly speed: number;
}

/** What sounds beside or instead of a voice: nothing but a quiet room, chords, a beat, a street. */
export type Background = 'room' | 'chords' | 'beat' | 'street';

/** A part of a made recording, as long as all of them. */
export interface MadeStretch {
  readonly picture: PictureDefect | 'clean';
  readonly sound: SoundDefect | 'clean';
  /** Which of the set's places is shown. */
  readonly place: number;
  readonly movement: Movement;
  /** Which of the set's voices speaks; of `voiceless` ones it says nothing. */
  readonly voice: number;
  readonly background: Background;
}

/** A made recording and all that makes it differ from another. */
export interface PlantedSet {
  readonly name: 'fixing' | 'judging';
  readonly width: number;
  readonly height: number;
  readonly kilobits: number;
  readonly places: readonly Place[];
  readonly voices: readonly Voice[];
  /** In hertz: the lowest note of its music. */
  readonly root: number;
  /** How strong what is planted is. */
  readonly strength: {
    /** What is left of the light, and how often it is taken. */
    readonly dark: number;
    readonly burnt: number;
    /** Of 224 steps from yellow to blue. */
    readonly warm: number;
    /** Points over which an edge is spread. */
    readonly soft: number;
    /** What is left of the height. */
    readonly barred: number;
    /** Decibels. */
    readonly quiet: number;
    readonly clipped: number;
  };
  readonly stretches: readonly MadeStretch[];
}

/** Seconds of each stretch: two of the sampled plan's sounds, four of its pictures. */
export const STRETCH_SECONDS = 120;

/** Seconds that a recording lacks of its first stretch: then no measure falls on the edge of another. */
export const CUT_OFF = 8;

type Row = readonly [
  MadeStretch['picture'],
  MadeStretch['sound'],
  number,
  Movement,
  number,
  Background,
];

const stretches = (rows: readonly Row[]): MadeStretch[] =>
  rows.map(([picture, sound, place, movement, voice, background]) => ({
    picture,
    sound,
    place,
    movement,
    voice,
    background,
  }));

/** Thresholds were fixed on this one. */
const fixing: PlantedSet = {
  name: 'fixing',
  width: 720,
  height: 1280,
  kilobits: 350,
  places: [
    { light: 130, spread: 0.6, finest: 3, things: 12_000 },
    { light: 95, spread: 0.5, finest: 5, things: 12_000 },
    { light: 160, spread: 0.4, finest: 4, things: 1_500 },
    { light: 120, spread: 0.3, finest: 8, things: 400 },
  ],
  voices: [
    { name: 'en-us', speed: 150 },
    { name: 'en-us+f3', speed: 190 },
    { name: 'en-gb+m3', speed: 120 },
  ],
  root: 220,
  strength: { dark: 0.2, burnt: 2.2, warm: 60, soft: 5, barred: 0.32, quiet: -22, clipped: 24 },
  stretches: stretches([
    ['clean', 'clean', 0, 'person', 0, 'room'],
    ['dark', 'silent', 0, 'person', 0, 'room'],
    ['clean', 'clean', 1, 'hand', 1, 'room'],
    ['soft', 'quiet', 1, 'hand', 1, 'room'],
    ['clean', 'clean', 2, 'person', 2, 'chords'],
    ['still', 'clipped', 2, 'person', 0, 'room'],
    ['clean', 'clean', 3, 'close', 1, 'street'],
    ['barred', 'voiceless', 3, 'person', 0, 'chords'],
    ['clean', 'clean', 1, 'person', 2, 'beat'],
    ['burnt', 'voiceless', 0, 'hand', 0, 'beat'],
    ['clean', 'clean', 3, 'person', 1, 'chords'],
    ['warm', 'voiceless', 2, 'close', 0, 'street'],
    ['clean', 'clean', 0, 'hand', 0, 'street'],
  ]),
};

/** And judged on this one: other places, sizes, voices and music, weaker defects. */
const judging: PlantedSet = {
  name: 'judging',
  width: 576,
  height: 1024,
  kilobits: 230,
  places: [
    { light: 110, spread: 0.5, finest: 4, things: 2_500 },
    { light: 150, spread: 0.5, finest: 3, things: 8_000 },
    { light: 100, spread: 0.4, finest: 6, things: 600 },
    { light: 140, spread: 0.6, finest: 5, things: 5_000 },
    { light: 125, spread: 0.35, finest: 7, things: 300 },
  ],
  voices: [
    { name: 'de+f2', speed: 160 },
    { name: 'es+m7', speed: 170 },
    { name: 'en-gb-scotland+f4', speed: 140 },
    { name: 'id+m2', speed: 150 },
  ],
  root: 174.6,
  strength: { dark: 0.25, burnt: 3, warm: 52, soft: 4, barred: 0.4, quiet: -20, clipped: 20 },
  stretches: stretches([
    ['clean', 'clean', 0, 'hand', 0, 'room'],
    ['still', 'voiceless', 0, 'person', 0, 'chords'],
    ['clean', 'clean', 1, 'person', 1, 'street'],
    ['dark', 'clipped', 1, 'person', 1, 'room'],
    ['clean', 'clean', 2, 'person', 2, 'room'],
    ['barred', 'silent', 2, 'hand', 0, 'room'],
    ['clean', 'clean', 3, 'hand', 3, 'chords'],
    ['soft', 'voiceless', 3, 'person', 0, 'street'],
    ['clean', 'clean', 4, 'person', 0, 'beat'],
    ['warm', 'quiet', 4, 'hand', 2, 'room'],
    ['clean', 'clean', 4, 'close', 1, 'chords'],
    ['burnt', 'voiceless', 2, 'close', 0, 'beat'],
    ['clean', 'clean', 1, 'close', 3, 'street'],
    ['soft', 'quiet', 0, 'person', 3, 'room'],
    ['dark', 'silent', 3, 'hand', 0, 'room'],
    ['still', 'clipped', 4, 'person', 2, 'room'],
    ['barred', 'voiceless', 1, 'person', 0, 'room'],
    ['clean', 'clean', 0, 'person', 2, 'street'],
  ]),
};

export const plantedSets = { fixing, judging } as const;
