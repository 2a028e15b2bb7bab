/** Marks of the categories as paths in a box of 24 by 24; drawn, since not every machine has the letters for pictures. */
export const coverMarks = {
  leaf: 'M4 20C4 9 10 4 20 4c0 10-5 16-16 16zm0 0L14 10',
  house: 'M3 12l9-8 9 8v9H3zm6 9v-6h6v6',
  gem: 'M6 4h12l4 6-10 11L2 10zM2 10h20',
} as const;
export type CoverMark = keyof typeof coverMarks;

/**
 * A small picture as a data address: a gradient with the mark of a category, and SAMPLE across it so that nobody
 * takes it for a real cover. `width` and `height` give its shape in pixels, `hue` its colour in degrees.
 */
export function drawCover(mark: CoverMark, hue: number, width: number, height: number): string {
  const size = Math.round(width / 5.2);
  const edge = Math.round(width * 0.4);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 55% 62%)"/>` +
    `<stop offset="1" stop-color="hsl(${(hue + 50) % 360} 50% 34%)"/></linearGradient>` +
    `<rect width="100%" height="100%" fill="url(#g)"/>` +
    `<path transform="translate(${(width - edge) / 2} ${height * 0.2}) scale(${edge / 24})" d="${coverMarks[mark]}" fill="none" stroke="#fff" stroke-width="1.5" opacity=".85"/>` +
    `<g fill="#fff" font-family="sans-serif" text-anchor="middle">` +
    `<text x="50%" y="${Math.round(height * 0.86)}" font-size="${size}" font-weight="bold">SAMPLE</text></g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
