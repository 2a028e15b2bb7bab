import type { Text } from '../../metrics/text.ts';
import { hasHeads, possibleHeads } from './head.ts';
import type { Layout } from './layout.ts';
import type { Sheet } from './sheet.ts';

/** Exports that hold something else than LIVEs, told by heads that no list of LIVEs has. */
interface OtherExport {
  readonly needs: Layout['needs'];
  readonly problem: Text['key'];
}

const otherExports: readonly OtherExport[] = [
  {
    // Live Performance Core Stats and Shop Analytics: a row is a day.
    needs: [
      ['time', 'date', 'waktu', 'tanggal', 'thời gian', 'ngày', 'hora', 'data'],
      [
        'the number of live streams that generated gmv',
        'jumlah siaran live yang menghasilkan gmv',
        'số buổi live tạo ra gmv',
        'live streams',
        'siaran live',
        'buổi live',
        'transmissões ao vivo',
        'gross revenue',
        'product page views',
      ],
    ],
    problem: 'export_of_days',
  },
  {
    needs: [
      [
        'campaign id',
        'id campaign',
        'id kampanye',
        'id chiến dịch',
        'campaign name',
        'nama kampanye',
        'tên chiến dịch',
        'id da campanha',
        'nome da campanha',
      ],
      ['cost', 'biaya', 'chi phí', 'custo', 'net cost', 'biaya bersih'],
    ],
    problem: 'export_of_ads',
  },
  {
    // LIVEs of other people's accounts: what they sold of the seller's, product beside product.
    needs: [
      ['gmv atribuído à live do criador', 'creator live attributed gmv', 'affiliate live gmv'],
      ['id da live', 'título da live', 'livestream room id', 'livestream name'],
    ],
    problem: 'export_of_affiliates',
  },
  {
    needs: [
      [
        'product id',
        'id produk',
        'id sản phẩm',
        'id do produto',
        'product name',
        'nama produk',
        'tên sản phẩm',
        'nome do produto',
      ],
    ],
    problem: 'export_of_products',
  },
  {
    needs: [
      [
        'video id',
        'id video',
        'mã video',
        'id do vídeo',
        'video title',
        'judul video',
        'título do vídeo',
      ],
    ],
    problem: 'export_of_videos',
  },
  {
    needs: [['nama livestream', 'livestream name'], ['user id'], ['no']],
    problem: 'export_of_shopee',
  },
];

/** What is wrong with sheets that hold no LIVEs: what they hold instead, where their heads tell. */
export function otherExportIn(sheets: readonly Sheet[]): Text | undefined {
  for (const sheet of sheets) {
    for (const heads of possibleHeads(sheet)) {
      const named = new Set(heads);
      const known = otherExports.find(({ needs }) => hasHeads(named, needs));
      if (known !== undefined) return { key: known.problem };
    }
  }
  return undefined;
}
