import { DAY_MS } from '../metrics/time.ts';

/** A file to choose or to drop. */
export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const csv = (name: string, rows: readonly (readonly string[])[]): MadeFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')),
});

/** The shop's clock so many days before now, as files write it; the zone is theirs to know. */
const daysAgo = (days: number, time: string): string =>
  `${new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)} ${time}`;

/** An id of the right form that the demo's shop has not. */
export const exportedRoom = (place: number): string =>
  `76000000000000${String(place).padStart(5, '0')}`;

/** Starts of LIVEs that don't overlap, the latest one yesterday evening. */
const startOf = (place: number): string =>
  daysAgo(
    1 + Math.floor(place / 4),
    ['19:30:00', '15:30:00', '11:30:00', '07:30:00'][place % 4] ?? '',
  );

/**
 * The performance file with room ids: `count` LIVEs from the place `from` on, four a day before today, and a
 * row without a start.
 */
export function performanceFile(
  count: number,
  { name = 'Creator-Live-Performance.csv', from = 0 } = {},
): MadeFile {
  return csv(name, [
    [
      'Room ID',
      'Room Title',
      'Start Time',
      'Duration',
      'Attributed GMV',
      'Attributed orders',
      'Views',
      'Impressions',
      'Mood',
    ],
    ...Array.from({ length: count }, (_, row) => from + row).map((place) => [
      exportedRoom(place),
      `Made-up LIVE ${place + 1}`,
      startOf(place),
      '2h00m',
      `US$${(400 + place).toFixed(2)}`,
      '20',
      '2,000',
      '40,000',
      'good',
    ]),
    [exportedRoom(99_999), 'Never started', '-', '2h00m', 'US$1.00', '1', '10', '100', 'good'],
  ]);
}

/** The file without room ids, nor a mark of its money: it asks for the shop's region. */
export function namelessFile(count: number, name = 'Livestream.csv'): MadeFile {
  return csv(name, [
    [
      'Livestream',
      'Start time',
      'Duration',
      'Attributed GMV',
      'Attributed orders',
      'Views',
      'LIVE impressions',
    ],
    ...Array.from({ length: count }, (_, place) => [
      `Nameless LIVE ${place + 1}`,
      daysAgo(place + 3, '08:15:00'),
      '5400',
      `${310 + place}.50`,
      '12',
      '900',
      '18000',
    ]),
  ]);
}

/** The file of several creators: one LIVE of the first, two of the second, and so on. */
export function creatorsFile(handles: readonly string[], name = 'Live-Analysis.csv'): MadeFile {
  return csv(name, [
    [
      'Creator ID',
      'Creator',
      'Nickname',
      'Launched time',
      'Duration',
      'LIVE attributed GMV (US$)',
      'Views',
    ],
    ...handles.flatMap((handle, place) =>
      Array.from({ length: place + 1 }, (_, turn) => [
        `71000000000000000${place}`,
        handle,
        `${handle} shop`,
        daysAgo(turn + 1, `${10 + place}:00:00`),
        '1h 30min',
        '250.00',
        '700',
      ]),
    ),
  ]);
}
