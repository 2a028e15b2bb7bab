import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aboutExport,
  csv,
  english2026,
  live2026,
  madeLives,
  madeRegion,
  plainHeads,
  plainRow,
  readMade,
  refusal,
} from './export.fixture.ts';
import { readExport } from './read-export.ts';

/** Files as other programs write them: the formats are reported ones, the figures are made up. */
describe('numbers that could be read in two ways', () => {
  it('are read as the others of their column are', async () => {
    const rates = await madeLives(
      csv([
        plainHeads,
        plainRow({ 7: '0.125', 8: '6.131' }),
        plainRow({ 1: '2026-07-02 18:30:00', 7: '0.006', 8: '12.5' }),
      ]),
    );
    expect(rates.map(({ figures }) => figures?.adsRoi)).toEqual([6.131, 12.5]);
    const amounts = ['1407834.000', '70391.700', '1.234'];
    const money = await madeLives(
      csv([
        plainHeads,
        ...amounts.map((amount, day) => plainRow({ 1: `2026-07-0${day + 1} 18:30:00`, 3: amount })),
      ]),
      { region: madeRegion('ID') },
    );
    expect(money.map(({ figures }) => figures?.gmv)).toEqual([1_407_834, 70_391.7, 1.234]);
  });

  it('are thousands in money that no other cell tells of', async () => {
    const [brazil] = await madeLives(csv([plainHeads, plainRow({ 3: 'R$ 5.818' })]));
    expect(brazil?.figures?.gmv).toBe(5_818);
    const [comma] = await madeLives(csv([plainHeads, plainRow({ 3: 'R$ 5,818' })]));
    expect(comma?.figures?.gmv).toBe(5_818);
    const [indonesia] = await madeLives(csv([plainHeads, plainRow({ 3: '1.234' })]), {
      region: madeRegion('ID'),
    });
    expect(indonesia?.figures?.gmv).toBe(1_234);
  });

  it('stay unread where their column contradicts itself, and the file says where', async () => {
    const rows = ['12,5', '12.5', '1.234'].map((roas, day) =>
      plainRow({ 1: `2026-07-0${day + 1} 18:30:00`, 8: roas }),
    );
    const file = csv([plainHeads, ...rows]);
    expect((await madeLives(file)).map(({ figures }) => figures?.adsRoi)).toEqual([
      12.5,
      12.5,
      undefined,
    ]);
    expect((await readMade(file)).unreadCells).toEqual([{ head: 'Ads ROAS', rows: [4] }]);
  });

  it('are powers of ten where a program wrote them so', async () => {
    const [live] = await madeLives(
      csv([plainHeads, plainRow({ 3: '1.21082485E8', 4: '1.6647603E7', 7: '11%' })]),
      {
        region: madeRegion('VN'),
      },
    );
    expect(live?.figures).toMatchObject({ gmv: 121_082_485, views: 16_647_603 });
  });
});

describe('lengths', () => {
  it('that are none are unread, and the file says where', async () => {
    const file = await readMade(csv([plainHeads, plainRow({ 2: 'all night' })]));
    expect(file.unreadCells).toEqual([{ head: 'Duration', rows: [2] }]);
  });
});

describe('rows that contradict themselves', () => {
  it('are left out with the two figures that do', async () => {
    const [row] = await madeLives(csv([plainHeads, plainRow({ 5: '4' })]));
    expect(row).toMatchObject({ row: 2, problem: 'export_contradiction' });
  });

  it('are none where a rate passes one hundred per cent', async () => {
    const heads = [...plainHeads, 'Likes', 'Like rate'];
    const rows = [
      [...plainRow({ 7: '11.5%', 8: '6.5' }), '900', '180%'],
      [...plainRow({ 1: '2026-07-02 18:30:00', 7: '11.5%', 8: '6.5' }), '6000', '1,200%'],
    ];
    expect(
      (await madeLives(csv([heads, ...rows]))).map(({ figures }) => figures?.likeRate),
    ).toEqual([1.8, 12]);
  });
});

describe('dates that another program wrote', () => {
  const starts = async (texts: readonly string[], more: object = {}) =>
    (await madeLives(csv([plainHeads, ...texts.map((text) => plainRow({ 1: text }))]), more)).map(
      ({ start }) => start,
    );

  it('are read by the column, by the period above the head, or by the answer of the seller', async () => {
    expect(await starts(['01/07/2026 18:30:00', '25/07/2026 18:30:00'])).toEqual([
      '2026-07-01T21:30:00.000Z',
      '2026-07-25T21:30:00.000Z',
    ]);
    const open = csv([plainHeads, plainRow({ 1: '01/07/2026 18:30:00' })]);
    expect(refusal(await readExport(open, aboutExport))).toEqual(['export_day_order', 'day-order']);
    expect(await starts(['01/07/2026 18:30:00'], { dayOrder: 'month-first' })).toEqual([
      '2026-01-07T21:30:00.000Z',
    ]);
    const dated = csv([
      ['Date Range: 2026-07-01 ~ 2026-07-31'],
      [],
      plainHeads,
      plainRow({ 1: '01/07/2026 18:30:00' }),
    ]);
    expect((await madeLives(dated))[0]?.start).toBe('2026-07-01T21:30:00.000Z');
  });

  it('are of our calendar in a file of the Buddhist one', async () => {
    expect(await starts(['15/07/2569 18:30:00'])).toEqual(['2026-07-15T21:30:00.000Z']);
  });
});

describe('ids that went through numbers', () => {
  const heads = ['Room ID', 'Room Title', 'Start Time', 'Duration', 'Attributed GMV', 'Views'];
  const row = (id: string, day: number) => [
    id,
    'Sale',
    `2026-07-0${day} 18:30:00`,
    '3h00m',
    '1,500₫',
    '100',
  ];

  it('are trusted by nobody where nearly all end in zeros', async () => {
    const lost = await madeLives(
      csv([heads, row('7654451471329742000', 1), row('7654451471329743000', 2)]),
    );
    expect(lost.map(({ nameless }) => nameless)).toEqual([true, true]);
    const whole = await madeLives(
      csv([heads, row('7654451471329742000', 1), row('7654451471329743123', 2)]),
    );
    expect(whole.map(({ nameless }) => nameless)).toEqual([false, false]);
  });

  it('put a start right that lies four years off, for they hold their own second', async () => {
    const id = String((BigInt(Date.UTC(2026, 6, 1, 11, 25) / 1000) << 32n) + 77n);
    const [live] = await madeLives(csv([heads, row(id, 1).with(2, '2022-06-30 18:30:00')]));
    expect(live?.start).toBe('2026-07-01T11:30:00.000Z');
  });
});

describe('text files', () => {
  const quoted = (separator: string) => csv([plainHeads, plainRow()], separator);

  it.each([',', ';', '\t', '|'])(
    'are read with %j between their cells, few rows and a title above',
    async (separator) => {
      const [live] = await madeLives(quoted(separator));
      expect(live?.figures).toMatchObject({ gmv: 1_686.71, views: 500 });
      const titled = new TextEncoder().encode(
        `Meus LIVEs, julho; agosto\r\n\r\n${new TextDecoder().decode(quoted(separator))}`,
      );
      expect((await madeLives(titled))[0]).toMatchObject({ row: 4, figures: { gmv: 1_686.71 } });
    },
  );

  it('are read where the first line names what separates them, with the row as the seller sees it', async () => {
    const named = new TextEncoder().encode(`sep=;\r\n${new TextDecoder().decode(quoted(';'))}`);
    expect((await madeLives(named))[0]).toMatchObject({ row: 3, figures: { views: 500 } });
  });
});

describe('titles', () => {
  it('may be any words', async () => {
    for (const title of [
      'Total',
      'R$ 100',
      'Livestream',
      'N/A',
      'Note: 5%',
      'sep=;',
      '=1+1',
      'total sale',
    ])
      expect((await madeLives(csv([plainHeads, plainRow({ 0: title })])))[0]).toMatchObject({
        figures: { views: 500 },
      });
  });
});

describe('any change to a file', () => {
  it('is read or refused, and never throws', async () => {
    const good = [english2026, live2026, live2026.with(3, '2026/08/30/ 19:30')];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2),
        fc.nat(27),
        fc.oneof(
          fc.string(),
          fc.constantFrom('1.234', '0.5%', '12:30', '-', '1e9', '2569-01-01 10:00'),
        ),
        async (row, column, text) => {
          const changed = good.map((cells, place) =>
            place === row ? cells.with(column, text) : cells,
          );
          const file = await readExport(
            csv(changed.map((cells) => cells.map((cell) => cell.replaceAll('"', '')))),
            aboutExport,
          );
          if (file.ok) expect(file.rows.length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 300 },
    );
  });
});
