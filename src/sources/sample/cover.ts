/**
 * A small picture as a data address: a gradient with a mark, and SAMPLE across it so that nobody
 * takes it for a real cover. `width` and `height` give its shape in pixels, `hue` its colour in degrees.
 */
export function cover(mark: string, hue: number, width: number, height: number): string {
  const size = Math.round(width / 5.2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 55% 62%)"/>` +
    `<stop offset="1" stop-color="hsl(${(hue + 50) % 360} 50% 34%)"/></linearGradient>` +
    `<rect width="100%" height="100%" fill="url(#g)"/>` +
    `<g fill="#fff" font-family="sans-serif" text-anchor="middle">` +
    `<text x="50%" y="${Math.round(height * 0.46)}" font-size="${size * 2}" opacity=".85">${mark}</text>` +
    `<text x="50%" y="${Math.round(height * 0.86)}" font-size="${size}" font-weight="bold">SAMPLE</text></g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
