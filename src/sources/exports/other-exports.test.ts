import { describe, expect, it } from 'vitest';
import { aboutExport, csv, refusal } from './export.fixture.ts';
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
