import type { Report } from '../../diagnosis/report.ts';
import { barColour } from '../verdict/bar-colour.ts';
import { filledShare, TARGET_AT } from '../verdict/bar-scale.ts';
import { numbered, type VerdictWords } from './verdict-words.ts';

/** CSS pixels; drawn at twice as many, so that a phone shows it sharp. */
const WIDTH = 720;
const SCALE = 2;
const MARGIN = 32;
const NAME_WIDTH = 210;
const YOURS_WIDTH = 110;
const BAR_WIDTH = 190;
const ROW = 30;

const ink = {
  back: '#ffffff',
  words: '#14171c',
  quiet: '#474e59',
  track: '#eceef2',
  bar: '#b9c0cb',
  low: '#d9622b',
  high: '#1e9383',
} as const;

const bars = { below: ink.low, usual: ink.bar, above: ink.high } as const;

/** The first screen as a picture to send: light whatever the seller's scheme, as wide as a phone shows it. */
export async function verdictPicture(report: Report, words: VerdictWords): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const draw = canvas.getContext('2d');
  if (draw === null) return null;
  canvas.width = WIDTH * SCALE;
  // Once for its height, once for good.
  canvas.height = paint(draw, report, words) * SCALE;
  paint(draw, report, words);
  return new Promise((done) => {
    canvas.toBlob(done, 'image/png');
  });
}

/** Draws everything and answers the height that it takes. */
function paint(draw: CanvasRenderingContext2D, report: Report, words: VerdictWords): number {
  const { family } = fontOf();
  draw.setTransform(SCALE, 0, 0, SCALE, 0, 0);
  draw.fillStyle = ink.back;
  draw.fillRect(0, 0, draw.canvas.width, draw.canvas.height);
  draw.textBaseline = 'top';
  const wide = WIDTH - 2 * MARGIN;
  let y = MARGIN;
  const line = (text: string, size: number, colour: string, weight = 400): void => {
    draw.font = `${weight} ${size}px ${family}`;
    draw.fillStyle = colour;
    draw.textAlign = 'left';
    for (const part of wrapped(draw, text, wide)) {
      draw.fillText(part, MARGIN, y);
      y += Math.round(size * 1.35);
    }
  };
  if (words.simulated !== undefined) line(words.simulated, 15, ink.low, 600);
  line([words.title, words.when].filter((part) => part !== '').join(' · '), 15, ink.quiet);
  y += 6;
  line(words.headline, 30, ink.words, 600);
  line(words.standing, 19, ink.words, 600);
  line(words.totals, 15, ink.quiet);
  y += 12;
  for (const [place, step] of report.verdict.steps.entries()) {
    const said = words.steps[place];
    if (said !== undefined) row(step, said);
  }
  y += 12;
  for (const [place, fix] of words.fixes.entries()) {
    line(numbered(fix, place), 17, ink.words, 600);
    if (fix.how !== undefined) line(fix.how, 15, ink.quiet);
    y += 4;
  }
  return y + MARGIN - 4;

  function row(
    step: Report['verdict']['steps'][number],
    said: VerdictWords['steps'][number],
  ): void {
    const { yours, target } = step;
    const middle = y + ROW / 2;
    draw.textBaseline = 'middle';
    draw.font = `400 15px ${family}`;
    draw.fillStyle = ink.words;
    draw.textAlign = 'left';
    draw.fillText(said.name, MARGIN, middle, NAME_WIDTH - 8);
    draw.textAlign = 'right';
    draw.font = `600 15px ${family}`;
    draw.fillText(said.yours, MARGIN + NAME_WIDTH + YOURS_WIDTH - 12, middle, YOURS_WIDTH - 12);
    const from = MARGIN + NAME_WIDTH + YOURS_WIDTH;
    draw.fillStyle = ink.track;
    draw.fillRect(from, middle - 8, BAR_WIDTH, 16);
    if (yours !== undefined && target !== undefined && target.value > 0) {
      draw.fillStyle = bars[barColour(step)];
      draw.fillRect(from, middle - 8, BAR_WIDTH * filledShare(yours, target.value), 16);
      draw.fillStyle = ink.words;
      draw.fillRect(from + BAR_WIDTH * TARGET_AT, middle - 11, 2, 22);
    }
    draw.fillStyle = ink.quiet;
    draw.fillText(said.end, WIDTH - MARGIN, middle);
    draw.textBaseline = 'top';
    y += ROW;
  }
}

/** The panel's own typeface. */
const fontOf = (): { readonly family: string } => ({
  family: getComputedStyle(document.body).fontFamily,
});

/** A text as lines that fit the width; a word alone may be wider. */
function wrapped(draw: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && draw.measureText(longer).width <= width) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines;
}
