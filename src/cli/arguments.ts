import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Region, RegionSchema } from '../metrics/feed/category-slice.ts';
import { parseRoomId, type RoomId } from '../metrics/ids.ts';
import { type DayOrder, DayOrderSchema } from '../sources/exports/cells/instant.ts';
import { badOption, optionProblem } from './option-problem.ts';
import type { TerminalText } from './text.ts';

/** What can be compared with from a terminal; a feed is named by its file, and targets by nobody. */
const TerminalVersusSchema = v.picklist(['usual', 'last', 'best', 'market']);
export type TerminalVersus = v.InferOutput<typeof TerminalVersusSchema>;

/** Which LIVEs to judge, and how. */
export interface ReportRequest {
  readonly want: 'report';
  /** Session files and exports of Seller Center. */
  readonly files: readonly string[];
  /** Folders of answers of Seller Center. */
  readonly answers: readonly string[];
  readonly json: boolean;
  /** What to compare with. */
  readonly versus?: TerminalVersus;
  /** A slice file of a benchmark feed, to compare with. */
  readonly feed?: string;
  /** The LIVE that answers are of, where they don't say it. */
  readonly room?: RoomId;
  /** The shop's region, where files don't tell it. */
  readonly region?: Region;
  /** Which number of a date is the day, where files don't tell it. */
  readonly dates?: DayOrder;
}

/** What the command line asks for. */
export type DiagnoseRequest =
  | { readonly want: 'help' | 'schema' }
  | ReportRequest
  | { readonly want: 'nothing'; readonly problem: TerminalText };

/** Reads the command line; what can't be read comes back as one sentence. */
export function readArguments(args: readonly string[]): DiagnoseRequest {
  const parsed = parse(args);
  if ('want' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return { want: 'help' };
  if (values.schema === true) return { want: 'schema' };
  const { vs, feed, answers = [] } = values;
  if (positionals.length + answers.length === 0) return optionProblem('cli_no_file');
  const room = values.room === undefined ? undefined : parseRoomId(values.room);
  if (values.room !== undefined && room === undefined) return optionProblem('cli_bad_room');
  const region = v.safeParse(v.optional(RegionSchema), values.region?.toUpperCase());
  if (!region.success) return optionProblem('cli_bad_region');
  const dates = v.safeParse(v.optional(DayOrderSchema), values.dates);
  if (!dates.success) return optionProblem('cli_bad_dates');
  const asked: ReportRequest = {
    want: 'report',
    files: positionals,
    answers,
    json: values.json === true,
    ...(room === undefined ? {} : { room }),
    ...(region.output === undefined ? {} : { region: region.output }),
    ...(dates.output === undefined ? {} : { dates: dates.output }),
  };
  if (feed !== undefined && (vs === undefined || vs === 'feed')) return { ...asked, feed };
  if (feed !== undefined || vs === 'feed') return optionProblem('cli_feed_alone');
  if (vs === undefined) return asked;
  const versus = v.safeParse(TerminalVersusSchema, vs);
  return versus.success ? { ...asked, versus: versus.output } : optionProblem('cli_bad_vs', { vs });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        schema: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        vs: { type: 'string' },
        feed: { type: 'string' },
        answers: { type: 'string', multiple: true },
        room: { type: 'string' },
        region: { type: 'string' },
        dates: { type: 'string' },
      },
    });
  } catch (error) {
    return badOption(error);
  }
}
