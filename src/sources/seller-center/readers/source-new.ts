import { present } from '../../../metrics/present.ts';
import type { TrafficSource } from '../../../metrics/session.ts';
import { Fields, Gaps } from '../fields.ts';
import type { AskedReader } from '../reader.ts';

const endpoint = 'source/new';

/**
 * Where the viewers came from. `ctr` is clicks ÷ product impressions and `co` orders ÷ clicks.
 * Sources need not add up to the room's totals, and are not made to.
 */
export const sourceNewReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/source\/new$/,
  asked: { part: 'sources', version: 'v3', fields: { stats_types: [100], version: 3 } },
  read(data, { room, origin }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const stats = Fields.of(data, gaps).inside('stats');
    const sources = stats.list('all_traffic_distribution').flatMap((entry): TrafficSource[] => {
      const main = readFigures(entry.inside('main_source'));
      if (main === undefined) return [];
      const details = entry.list('detail_source').flatMap((detail) => readFigures(detail) ?? []);
      return [entry.has('detail_source') ? { ...main, details } : main];
    });
    const answered = stats.has('all_traffic_distribution');
    if (!answered) gaps.note('sources', 'absent');
    return [
      present({
        room: { id: room },
        currency: sources.find((source) => source.gmv !== undefined)?.gmv?.currency,
        sources: answered ? sources : undefined,
        origins: answered ? { sources: origin } : {},
        gaps: gaps.list,
      }),
    ];
  },
};

/** The same amounts again in another currency. */
const inDollars = new Set(['gmv_usd', 'show_gpm_usd']);

function readFigures(fields: Fields): Omit<TrafficSource, 'details'> | undefined {
  const name = fields.text('source_name');
  if (name === undefined) {
    fields.gaps.note('source_name', 'absent');
    return undefined;
  }
  const source = present({
    name,
    impressions: fields.count('show_pv'),
    views: fields.count('watch_pv'),
    tapThroughRate: fields.positive('enter_room_rate'),
    productCtr: fields.positive('ctr'),
    ctor: fields.positive('co'),
    gmv: fields.money('gmv_local'),
    showGpm: fields.money('show_gpm_local'),
  });
  fields.noteUnknown(inDollars);
  return source;
}
