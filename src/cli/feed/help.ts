import { type HelpLine, helpText } from '../help.ts';
import type { TerminalWriter } from '../text.ts';

const lines: readonly HelpLine[] = [
  ['SESSIONS', 'cli_feed_help_sessions'],
  ['--out DIR', 'cli_feed_help_out'],
  ['--day DATE', 'cli_feed_help_day'],
  ['--days N', 'cli_feed_help_days'],
  ['--window N', 'cli_feed_help_window'],
  ['--name TEXT', 'cli_feed_help_name'],
  ['--publisher TEXT', 'cli_feed_help_publisher'],
  ['--homepage ADDRESS', 'cli_feed_help_homepage'],
  ['--region XX', 'cli_feed_help_region'],
  ['--dates day-first|month-first', 'cli_help_dates'],
  ['--category ID', 'cli_feed_help_category'],
  ['--min-shops N', 'cli_feed_help_minShops'],
  ['--min-lives N', 'cli_feed_help_minLives'],
  ['--max-share 0.N', 'cli_feed_help_maxShare'],
  ['--rooms N', 'cli_feed_help_rooms'],
  ['--per-shop N', 'cli_feed_help_perShop'],
  ['--agreed FILE', 'cli_feed_help_agreed'],
  ['--all-agreed', 'cli_feed_help_allAgreed'],
  ['--rights-confirmed', 'cli_feed_help_rightsConfirmed'],
  ['--afresh', 'cli_feed_help_afresh'],
  ['--engine clickhouse', 'cli_feed_help_engine'],
  ['--clickhouse URL', 'cli_feed_help_clickhouse'],
  ['--to-parquet DIR', 'cli_feed_help_toParquet'],
  ['--parquet PLACE', 'cli_feed_help_parquet'],
  ['--schema', 'cli_feed_help_schema'],
  ['--help', 'cli_help_help'],
];

/** What `npm run feed -- --help` prints. */
export function feedHelp(words: TerminalWriter): string {
  return helpText({ does: 'cli_feed_help', usage: 'cli_feed_help_usage' }, lines, words);
}
