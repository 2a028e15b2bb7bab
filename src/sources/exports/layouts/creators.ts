import type { Column, Layout } from '../layout.ts';

/** Heads of the creator and the launch, without which a row of "Live Analysis" is none. */
export const creatorNeeds: Layout['needs'] = [
  ['creator id', 'id kreator', 'id nhà sáng tạo'],
  ['launched time', 'waktu live', 'thời gian bắt đầu', 'thời gian bắt đầu live'],
];

/**
 * What every generation of "Live Analysis" says of the LIVE and its audience, in English, Indonesian and
 * Vietnamese; the file has the language of the seller's screen. Of the Vietnamese heads nine are known
 * whole; the others are as the known parts of them say.
 */
export const creatorColumns: Readonly<Record<string, Column>> = {
  'creator id': { is: 'creator-id' },
  'id kreator': { is: 'creator-id' },
  'id nhà sáng tạo': { is: 'creator-id' },
  creator: { is: 'creator-handle' },
  kreator: { is: 'creator-handle' },
  'nhà sáng tạo': { is: 'creator-handle' },
  nickname: { is: 'creator-name' },
  'nama panggilan': { is: 'creator-name' },
  'biệt danh': { is: 'creator-name' },
  'launched time': { is: 'start' },
  'waktu live': { is: 'start' },
  'thời gian bắt đầu': { is: 'start' },
  'thời gian bắt đầu live': { is: 'start' },
  durasi: { is: 'length' },
  'thời lượng': { is: 'length' },
  'products added': { is: 'aside' },
  'produk yang ditambahkan': { is: 'aside' },
  'different products sold': { is: 'aside' },
  // Different products, not items.
  'produk terjual': { is: 'aside' },
  // Paid ÷ items, which is no AOV.
  'average price': { is: 'aside' },
  'harga rata rata': { is: 'aside' },
  'giá trung bình': { is: 'aside' },
  'unique customers': { metric: 'customers' },
  'pembeli unik': { metric: 'customers' },
  pembeli: { metric: 'customers' },
  penonton: { metric: 'viewers' },
  'người xem': { metric: 'viewers' },
  'live stream dilihat': { metric: 'views' },
  'lượt xem': { metric: 'views' },
  'average viewing duration live streams': { metric: 'averageViewDuration' },
  'durasi menonton rata rata siaran live': { metric: 'averageViewDuration' },
  'durasi rata rata': { metric: 'averageViewDuration' },
  komentar: { metric: 'comments' },
  'live dibagikan': { metric: 'shares' },
  'live likes': { metric: 'likes' },
  'suka pada live': { metric: 'likes' },
  'new followers creator video': { metric: 'newFollowers' },
  'pengikut baru video kreator': { metric: 'newFollowers' },
  'pengikut baru': { metric: 'newFollowers' },
  // Impressions of products; the file has none of the LIVE.
  'produk dilihat': { metric: 'productImpressions' },
  'lượt hiển thị sản phẩm': { metric: 'productImpressions' },
  'klik produk': { metric: 'productClicks' },
  'lượt nhấp sản phẩm': { metric: 'productClicks' },
};
