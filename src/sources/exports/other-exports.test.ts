import { describe, expect, it } from 'vitest';
import { aboutExport, csv, madeLives, readMade, refusal } from './export.fixture.ts';
import { readExport } from './read-export.ts';

describe('files that hold something else', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const heads = (text: string) =>
    csv([['Date Range: 2026-08-01 ~ 2026-08-31'], text.split('|'), ['2026-08-01', '1']]);

  it.each([
    [
      'Time|LIVE-attributed GMV ($)|The number of LIVE streams that generated GMV.',
      'export_of_days',
    ],
    ['Waktu|GMV dari LIVE (Rp)|Jumlah Siaran LIVE yang menghasilkan GMV.', 'export_of_days'],
    ['Thời gian|GMV LIVE (₫)|Số buổi LIVE tạo ra GMV.', 'export_of_days'],
    ['Nama LIVE|Waktu peluncuran|Nama kampanye|ID Campaign|Biaya', 'export_of_ads'],
    ['Product ID|Product name|GMV', 'export_of_products'],
    [
      'Nome do criador|ID da LIVE|Título da LIVE|Horário de início da LIVE|ID do produto|GMV atribuído à LIVE do criador|Impressões',
      'export_of_affiliates',
    ],
    ['Nome do criador|Título do vídeo|Data de publicação', 'export_of_videos'],
    ['Periode Data|User Id|No.|Nama Livestream|Start Time', 'export_of_shopee'],
  ])('%s is refused by name', async (row, key) => {
    expect(refusal(await readExport(heads(row), aboutExport))).toEqual([key, undefined]);
  });

  it.each([
    ['', 'export_empty'],
    ['%PDF-1.7 …', 'export_pdf'],
    ['<html><table><tr><td>1</td></tr></table>', 'export_web_page'],
    ['{"version": 1}', 'export_json'],
    ['\u0089PNG\0\0', 'export_no_table'],
  ])('%j too', async (text, key) => {
    expect(refusal(await readExport(bytes(text), aboutExport))).toEqual([key, undefined]);
  });

  it('is told for a backup of this extension, which is restored elsewhere', async () => {
    const backup = Uint8Array.of(0x1f, 0x8b, 0x08, 0x00);
    expect(refusal(await readExport(backup, aboutExport))).toEqual(['export_backup', undefined]);
  });

  it('is told for older and protected workbooks by the names inside them', async () => {
    const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const utf16 = (name: string) => [...new Uint8Array(Buffer.from(name, 'utf16le'))];
    const old = new Uint8Array([...container, ...utf16('Workbook')]);
    expect(refusal(await readExport(old, aboutExport))).toEqual(['export_old_workbook', undefined]);
    const locked = new Uint8Array([...container, ...utf16('EncryptedPackage')]);
    expect(refusal(await readExport(locked, aboutExport))).toEqual(['export_protected', undefined]);
  });
});

describe('a file in a language whose heads are hardly known', () => {
  const heads = [
    'Título da LIVE',
    'Horário de início da LIVE',
    'Duração',
    'GMV atribuído',
    'Visualizações',
    'Impressões',
    'Taxa de entrada',
    'Pessoas distintas',
  ];
  const row = ['Noite', '25/07/2026 18:30', '2h00m', 'R$ 1.686,71', '500', '8.000', '6,25%', '7'];

  it('is read where they are known, and the one that is not is said', async () => {
    const file = await readMade(csv([heads, row]));
    expect(file.unread).toEqual(['Pessoas distintas']);
    expect(await madeLives(csv([heads, row]))).toMatchObject([
      {
        start: '2026-07-25T21:30:00.000Z',
        duration: 7_200,
        figures: { gmv: 1_686.71, views: 500, impressions: 8_000, tapThroughRate: 0.0625 },
        room: { title: 'Noite' },
      },
    ]);
  });

  it('is refused with the heads that are not known where the start is among them, and with what to do', async () => {
    const unknown = ['Transmissão', 'Começo', 'GMV atribuído', 'Visualizações', 'Pessoas'];
    const row = ['Noite', '25/07/2026 18:30', 'R$ 1.686,71', '500', '7'];
    expect(
      await readExport(csv([['2026-07-01 ~ 2026-07-31'], [], unknown, row]), aboutExport),
    ).toEqual({
      ok: false,
      problem: {
        key: 'export_unknown_heads',
        values: { columns: { kind: 'text', text: 'Transmissão, Começo, Pessoas' } },
      },
    });
  });

  it('is read beside a head that has the name of what every object has', async () => {
    const file = await readMade(
      csv([
        [...heads, 'constructor'],
        [...row, '7'],
      ]),
    );
    expect(file.unread).toEqual(['Pessoas distintas', 'constructor']);
  });

  it('says the first of many heads', async () => {
    const many = Array.from({ length: 30 }, (_, place) => `Coluna ${place + 1}`);
    expect(await readExport(csv([many]), aboutExport)).toMatchObject({
      problem: { values: { columns: { text: `${many.slice(0, 12).join(', ')}, …` } } },
    });
  });
});
