import type { Column } from '../layout.ts';

/**
 * Heads in Portuguese, which no list of a seller's own LIVEs was seen with: figures as Seller Center's
 * dashboard names them, and the LIVE as its report on affiliates does. "GMV" alone and the mean length
 * of watching are left out, as it isn't told which of two figures they are.
 */
export const portugueseColumns: Readonly<Record<string, Column>> = {
  'id da live': { is: 'room' },
  'título da live': { is: 'title' },
  'horário de início': { is: 'start' },
  'horário de início da live': { is: 'start' },
  'horário de término': { is: 'end' },
  'horário de término da live': { is: 'end' },
  duração: { is: 'length' },
  'duração da live': { is: 'length' },
  'gmv atribuído': { metric: 'gmv' },
  'gmv por hora': { metric: 'gmvPerHour' },
  'itens atribuídos vendidos': { metric: 'itemsSold' },
  visualizações: { metric: 'views' },
  impressões: { metric: 'impressions' },
  'impressões por hora': { metric: 'impressionsPerHour' },
  'taxa de entrada': { metric: 'tapThroughRate' },
  'ctr por live': { metric: 'liveCtr' },
  'impressões do produto': { metric: 'productImpressions' },
  'cliques no produto': { metric: 'productClicks' },
  'taxa de pedidos sku': { metric: 'orderRateSku' },
  'taxa de comentários': { metric: 'commentRate' },
  'taxa de seguidas': { metric: 'followRate' },
  'taxa de curtidas': { metric: 'likeRate' },
};
