import { type CoverMark, coverMarks } from '../cover.ts';

/** The shape of a phone's film, in pixels. */
export const FILM_WIDTH = 216;
export const FILM_HEIGHT = 384;

const TURN = Math.PI * 2;

type Canvas = OffscreenCanvasRenderingContext2D;

/**
 * One picture of a simulated LIVE: a host who shows a product, comments, hearts and the product's card, with SAMPLE
 * across so that nobody takes it for a real one. `phase` runs from 0 to 1 over a loop; 1 looks like 0.
 */
export function drawScene(
  canvas: Canvas,
  { mark, hue }: { readonly mark: CoverMark; readonly hue: number },
  phase: number,
): void {
  const sway = Math.sin(phase * TURN);
  const bob = Math.sin(phase * 2 * TURN);
  drawRoom(canvas, hue);
  drawHost(canvas, hue, sway, bob);
  drawProduct(canvas, mark, hue, { x: 148 + sway * 7, y: 196 + bob * 7, size: 62 });
  drawComments(canvas, phase);
  drawHearts(canvas, phase);
  drawCard(canvas, mark, hue);
  canvas.fillStyle = 'rgb(255 255 255 / 85%)';
  canvas.font = 'bold 26px sans-serif';
  canvas.textAlign = 'center';
  canvas.fillText('SAMPLE', FILM_WIDTH / 2, 84);
}

function drawRoom(canvas: Canvas, hue: number): void {
  const wall = canvas.createLinearGradient(0, 0, FILM_WIDTH, FILM_HEIGHT);
  wall.addColorStop(0, `hsl(${hue} 45% 58%)`);
  wall.addColorStop(1, `hsl(${(hue + 50) % 360} 45% 26%)`);
  canvas.fillStyle = wall;
  canvas.fillRect(0, 0, FILM_WIDTH, FILM_HEIGHT);
  canvas.fillStyle = 'rgb(255 255 255 / 16%)';
  rounded(canvas, 18, 92, 70, 96, 8);
  canvas.fillStyle = 'rgb(0 0 0 / 22%)';
  canvas.fillRect(132, 122, 84, 5);
  for (const [x, height] of [
    [142, 26],
    [164, 18],
    [184, 32],
  ] as const) {
    canvas.fillStyle = `hsl(${(hue + x) % 360} 40% 72% / 70%)`;
    rounded(canvas, x, 122 - height, 15, height, 3);
  }
}

function drawHost(canvas: Canvas, hue: number, sway: number, bob: number): void {
  const middle = 96 + sway * 4;
  const shirt = `hsl(${(hue + 190) % 360} 42% 44%)`;
  const skin = `hsl(24 48% ${46 + (hue % 4) * 9}%)`;
  const hair = `hsl(20 35% ${14 + (hue % 5) * 5}%)`;
  disc(canvas, hair, middle, 158, 37);
  canvas.fillStyle = hair;
  rounded(canvas, middle - 37, 156, 74, 58, 20);
  canvas.fillStyle = skin;
  rounded(canvas, middle - 11, 186, 22, 34, 8);
  canvas.fillStyle = shirt;
  rounded(canvas, middle - 58, 210, 116, 190, 42);
  disc(canvas, skin, middle, 166, 29);
  disc(canvas, hair, middle, 146, 24);
  for (const side of [-10, 10]) disc(canvas, '#2b2019', middle + side, 168, 2.6);
  canvas.strokeStyle = '#8d3b36';
  canvas.lineWidth = 2.5;
  canvas.beginPath();
  canvas.arc(middle, 175, 7 + bob * 1.5, 0.15 * Math.PI, 0.85 * Math.PI);
  canvas.stroke();
  // The arm that holds the product up.
  canvas.lineCap = 'round';
  canvas.lineJoin = 'round';
  canvas.strokeStyle = shirt;
  canvas.lineWidth = 26;
  canvas.beginPath();
  canvas.moveTo(middle + 40, 238);
  canvas.lineTo(172 + sway * 4, 286);
  canvas.lineTo(152 + sway * 7, 236 + bob * 7);
  canvas.stroke();
  disc(canvas, skin, 150 + sway * 7, 226 + bob * 7, 13);
}

function drawProduct(
  canvas: Canvas,
  mark: CoverMark,
  hue: number,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  canvas.fillStyle = '#fff';
  rounded(canvas, x - size / 2, y - size / 2, size, size, size / 5);
  const scale = (size * 0.66) / 24;
  canvas.save();
  canvas.translate(x - 12 * scale, y - 12 * scale);
  canvas.scale(scale, scale);
  canvas.strokeStyle = `hsl(${hue} 60% 36%)`;
  canvas.lineWidth = 2;
  canvas.stroke(new Path2D(coverMarks[mark]));
  canvas.restore();
}

/** Lines of three lengths that move up by three places in a loop. */
function drawComments(canvas: Canvas, phase: number): void {
  const widths = [74, 102, 58];
  for (let place = 0; place < 6; place += 1) {
    const y = 332 - (place - 2 + phase * 3) * 22;
    const fade = Math.max(0, Math.min(1, (332 - y) / 22, (y - 252) / 22));
    canvas.fillStyle = `rgb(0 0 0 / ${fade * 40}%)`;
    rounded(canvas, 10, y - 9, widths[place % 3] ?? 0, 18, 9);
    disc(canvas, `hsl(${(place % 3) * 120} 60% 70% / ${fade})`, 20, y, 5);
    canvas.fillStyle = `rgb(255 255 255 / ${fade * 85}%)`;
    rounded(canvas, 30, y - 2, (widths[place % 3] ?? 0) - 30, 4, 2);
  }
}

function drawHearts(canvas: Canvas, phase: number): void {
  for (const begin of [0, 0.34, 0.67]) {
    const gone = (phase + begin) % 1;
    canvas.save();
    canvas.translate(192 + Math.sin((gone + begin) * TURN) * 8, 330 - gone * 130);
    canvas.globalAlpha = 1 - gone;
    canvas.fillStyle = '#ff5a7a';
    canvas.fill(new Path2D('M0 8C-14-3-7-13 0-6 7-13 14-3 0 8z'));
    canvas.restore();
  }
}

function drawCard(canvas: Canvas, mark: CoverMark, hue: number): void {
  canvas.fillStyle = 'rgb(255 255 255 / 94%)';
  rounded(canvas, 10, 342, 150, 34, 8);
  canvas.fillStyle = `hsl(${hue} 50% 86%)`;
  rounded(canvas, 14, 346, 26, 26, 5);
  drawProduct(canvas, mark, hue, { x: 27, y: 359, size: 20 });
  canvas.fillStyle = '#555';
  rounded(canvas, 47, 350, 62, 5, 2);
  canvas.fillStyle = '#222';
  rounded(canvas, 47, 362, 34, 7, 3);
  canvas.fillStyle = '#f03e5e';
  rounded(canvas, 118, 350, 36, 18, 9);
}

function rounded(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  canvas.beginPath();
  canvas.roundRect(x, y, width, height, radius);
  canvas.fill();
}

function disc(canvas: Canvas, colour: string, x: number, y: number, radius: number): void {
  canvas.fillStyle = colour;
  canvas.beginPath();
  canvas.arc(x, y, radius, 0, TURN);
  canvas.fill();
}
