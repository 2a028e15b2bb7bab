const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 600;
const HEIGHT = 190;

/** A line over time with upright marks; `points` are pairs of unix seconds and value. */
export function chart(
  points: readonly (readonly [number, number])[],
  marks: readonly number[],
  label: string,
): SVGElement {
  const svg = part('svg', {
    class: 'chart',
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': label,
  });
  const first = points[0]?.[0];
  const last = points.at(-1)?.[0];
  if (first === undefined || last === undefined || last === first) return svg;
  const top = Math.max(1e-9, ...points.map(([, value]) => value));
  const x = (at: number): string => (((at - first) / (last - first)) * WIDTH).toFixed(1);
  const y = (value: number): string => (HEIGHT - 2 - (value / top) * (HEIGHT - 12)).toFixed(1);
  const line = points.map(([at, value]) => `${x(at)},${y(value)}`).join(' ');
  svg.append(
    part('polygon', { class: 'area', points: `0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}` }),
    ...marks
      .filter((at) => at >= first && at <= last)
      .map((at) =>
        part('line', { class: 'pin', x1: x(at), x2: x(at), y1: '0', y2: String(HEIGHT) }),
      ),
    part('polyline', { class: 'line', points: line }),
  );
  return svg;
}

function part(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (made instanceof SVGElement) return made;
  throw new Error(`${name} is no SVG element.`);
}
