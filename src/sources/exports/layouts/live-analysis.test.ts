import { describe, expect, it } from 'vitest';
import { csv, english2026, live2026, madeLives, readMade } from '../export.fixture.ts';
import { workbook } from '../workbook.fixture.ts';

/** The heads are of real files, as public programs and their makers report them; the figures are made up. */
const indonesian2026 =
  'ID Kreator|Kreator|Nama panggilan|Waktu Live|Durasi|GMV dari LIVE (Rp)|GMV LIVE (Rp)|GMV tidak langsung dari LIVE (Rp)|Produk yang ditambahkan|Produk Terjual|Pemesanan|Pesanan Dibayar|Produk yang terjual melalui LIVE|Produk yang terjual dari LIVE|Produk yang terjual dari LIVE secara tidak langsung|Pembeli unik|Harga Rata-Rata (Rp)|CTOR|Penonton|Live Stream Dilihat|Durasi menonton rata-rata (Siaran LIVE)|Komentar|Live Dibagikan|Suka pada LIVE|Pengikut baru (Video kreator)|Produk Dilihat|Klik Produk|CTR'.split(
    '|',
  );
const figures2026 = {
  gmv: 80_000,
  directGmv: 70_000,
  orders: 50,
  itemsSold: 90,
  directItemsSold: 75,
  customers: 45,
  ctor: 0.1,
  viewers: 7_000,
  views: 8_000,
  productImpressions: 10_000,
  productClicks: 500,
  productCtr: 0.05,
  averageViewDuration: 27,
};

describe('"Live Analysis" of 2026', () => {
  it('has attributed and direct amounts under their own names, and orders that are paid', async () => {
    const [live] = await madeLives(
      csv([['Date Range: 2026-08-01 ~ 2026-08-31'], [''], english2026, live2026]),
    );
    expect(live?.figures).toMatchObject(figures2026);
    expect(live).toMatchObject({ start: '2026-08-31T12:30:00.000Z', duration: 14_400 });
  });

  it('is the same LIVE in Indonesian, where "GMV LIVE" is the direct amount', async () => {
    const [live] = await madeLives(workbook([['Rentang tanggal'], [], indonesian2026, live2026]));
    expect(live?.figures).toMatchObject(figures2026);
    expect(live?.figures).not.toHaveProperty('impressions');
    expect(live?.room).toMatchObject({ region: 'ID', accountId: '7000000000000000001' });
  });

  it('is read in Vietnamese as far as its heads are known, and says which are not', async () => {
    const heads =
      'ID nhà sáng tạo|Nhà sáng tạo|Biệt danh|Thời gian bắt đầu|Thời lượng|GMV đến từ buổi LIVE (₫)|GMV LIVE (₫)|Đơn hàng đã thanh toán|Người xem|Lượt xem|Lượt hiển thị sản phẩm|Lượt nhấp Sản phẩm|CTOR|Cột khác'.split(
        '|',
      );
    const row =
      '7000000000000000001|shop.mot|Shop Một|2026/08/31/ 19:30|4 giờ 5 phút|80,000|70,000|50|7,000|8,000|10,000|500|10%|1'.split(
        '|',
      );
    const file = await readMade(csv([heads, row]));
    expect(file.unread).toEqual(['Cột khác']);
    const [live] = await madeLives(csv([heads, row]));
    expect(live).toMatchObject({ duration: 14_700, start: '2026-08-31T12:30:00.000Z' });
    expect(live?.figures).toMatchObject({ gmv: 80_000, directGmv: 70_000, orders: 50, ctor: 0.1 });
  });

  it('keeps two LIVEs of one minute apart, in whatever order they stand', async () => {
    const stub = live2026
      .with(4, '0h 12min')
      .with(5, '0')
      .with(19, '40')
      .with(18, '30')
      .with(26, '0')
      .with(25, '20')
      .with(17, '0%')
      .with(27, '0%')
      .with(11, '0');
    const ids = async (rows: readonly string[][]) =>
      (await madeLives(csv([english2026, ...rows]))).map(({ id, duration }) => [duration, id]);
    const one = await ids([stub, live2026]);
    expect(new Set(one.map(([, id]) => id)).size).toBe(2);
    expect(await ids([live2026, stub])).toEqual(one.toReversed());
    const [alone] = await ids([live2026]);
    expect(alone).toEqual(one[1]);
  });

  it('counts a row that stands there twice once, and says so', async () => {
    expect(await madeLives(csv([english2026, live2026, live2026]))).toMatchObject([
      { row: 2 },
      { row: 3, problem: 'export_twice' },
    ]);
  });
});

describe('older files in Indonesian', () => {
  it('call the direct amount gross value and the attributed one GMV', async () => {
    const heads =
      'ID Kreator|Waktu Live|Durasi|Nilai bruto barang dagangan dari LIVE (Rp)|Pesanan SKU dari LIVE|Produk yang terjual dari LIVE|Pembeli unik|Rasio pesanan per klik (LIVE)|GMV yang didapat dari LIVE (Rp)|Klik Produk'.split(
        '|',
      );
    const row =
      '7000000000000000001|2024/08/31/ 19:30|2h 0min|700.000|40|60|35|8%|800.000|500'.split('|');
    const [live] = await madeLives(csv([heads, row]));
    expect(live?.figures).toMatchObject({
      directGmv: 700_000,
      gmv: 800_000,
      skuOrders: 40,
      itemsSold: 60,
      ctorSku: 0.08,
    });
  });
});
