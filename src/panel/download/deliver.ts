import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { unmarked } from '../../platform/text.ts';
import { copyText } from '../design/copy-text.ts';
import { type I18n, i18nOf } from '../design/i18n.ts';
import { isMirrored } from '../design/is-mirrored.ts';
import { liveName } from '../live-name.ts';
import { verdictPicture } from '../share/verdict-picture.ts';
import { chatText, type VerdictWords, verdictWords } from '../share/verdict-words.ts';
import { csvOf, tsvOf } from './delimited.ts';
import { fileName } from './file-name.ts';
import type { FileWay } from './file-ways.ts';
import { markdownOf } from './markdown.ts';
import { reportTables } from './report-tables.ts';
import { saveFile } from './save-file.ts';
import { sessionJson } from './session-json.ts';
import { webPage } from './web-page.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** A LIVE that can be downloaded and shared. */
export interface LiveToSend {
  readonly report: Report;
  readonly session: Session;
}

/** What became of it, as a sentence. */
export type Delivered = 'share_copied' | 'share_saved' | 'share_failed';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes of a LIVE what the seller asked for, and copies it or hands it to the browser's downloads. */
export async function deliver(
  way: FileWay,
  { report, session }: LiveToSend,
  shown: I18n,
): Promise<Delivered> {
  const words = i18nOf(unmarked(shown));
  const save = (kind: string, content: string | Blob, type: string): Delivered => {
    saveFile(fileName(session, kind), content, type);
    return 'share_saved';
  };
  const copy = async (text: string): Promise<Delivered> =>
    (await copyText(text)) ? 'share_copied' : 'share_failed';
  const tables = () => reportTables(report, session, words);
  // A LIVE so far has no verdict.
  const verdict = (): VerdictWords | undefined =>
    session.room.status === 'live' ? undefined : verdictWords(report, session, words);
  switch (way) {
    case 'text':
      return copy(chatText(verdictWords(report, session, words)));
    case 'picture': {
      const picture = await verdictPicture(report, verdictWords(report, session, words));
      return picture === null ? 'share_failed' : save('png', picture, 'image/png');
    }
    case 'page': {
      const direction = isMirrored() ? 'rtl' : 'ltr';
      const title = liveName(session.room, words);
      const page = webPage({ tables: tables(), verdict: verdict(), title, direction }, words);
      return save('html', page, 'text/html');
    }
    case 'xlsx':
      return save('xlsx', new Blob([writeWorkbook(tables(), words)]), XLSX);
    case 'csv':
      return save('csv', csvOf(tables(), words), 'text/csv');
    case 'tsv':
      return copy(tsvOf(tables(), words));
    case 'markdown':
      return copy(markdownOf(tables(), verdict(), words));
    case 'json':
      return save('json', sessionJson(session), 'application/json');
  }
}
