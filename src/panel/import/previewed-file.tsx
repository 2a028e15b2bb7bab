import type { JSX } from 'preact';
import { unreadColumns } from '../../sources/exports/unread-columns.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { layoutName } from '../layout-names.ts';
import { countWords } from './count-words.ts';
import type { LeftOutRow, PreviewFile } from './preview.ts';
import type { FileRead } from './reading.ts';
import { useGrowingList } from './use-growing-list.tsx';

/** Rows that are listed at first; of a wrong file there are thousands. */
const SHOWN = 50;

/** One file: what kind it is, how its LIVEs stand, and what of it is left out and why. */
export function PreviewedFile({ file }: { file: PreviewFile }): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  if ('problem' in file) {
    return (
      <section class="import-file">
        <h4 class="import-names">{file.name}</h4>
        <p class="import-problem">
          <Icon name="warning" />
          <span>{write(file.problem)}</span>
        </p>
      </section>
    );
  }
  const { name, read, states, leftOut, others, account } = file;
  const lives = read.rows.length - leftOut.length;
  const hidden = read.hiddenSheets;
  return (
    <section class="import-file">
      <h4 class="import-names">{name}</h4>
      <p class="small quiet">
        {t(layoutName(read.layout))} ·{' '}
        {t('import_file_lives', { count: { kind: 'count', value: lives } })}
      </p>
      <p>{countWords(states, words)}</p>
      {account !== undefined && (
        <p class="small quiet import-names">
          {t('import_account_taken', { account: { kind: 'text', text: account } })}
        </p>
      )}
      {others > 0 && (
        <p class="small quiet">{t('import_others', { count: { kind: 'count', value: others } })}</p>
      )}
      {hidden.length > 0 && (
        <p class="small">
          {t('import_hidden_sheets', { sheets: { kind: 'text', text: hidden.join(', ') } })}
        </p>
      )}
      <Columns read={read} />
      <UnreadCells read={read} />
      {leftOut.length > 0 && <LeftOutRows rows={leftOut} />}
    </section>
  );
}

/** Which columns were read and which not, folded away. */
function Columns({ read: file }: { read: FileRead }): JSX.Element {
  const { t, write } = useI18n();
  const { read, undecided, unread } = file;
  const isNot = undecided.length + unread.length;
  return (
    <>
      {read.length > 0 && (
        <Disclosure summary={t('import_columns', { count: { kind: 'count', value: read.length } })}>
          <p class="small import-names">{read.join(', ')}</p>
        </Disclosure>
      )}
      {isNot > 0 && (
        <Disclosure
          summary={t('import_columns_unread', { count: { kind: 'count', value: isNot } })}
        >
          {unreadColumns(file).map((text) => (
            <p key={text.key} class="small import-names">
              {write(text)}
            </p>
          ))}
        </Disclosure>
      )}
    </>
  );
}

/** Single figures that can't be read, by column and row; the rest of their rows was. */
function UnreadCells({ read: { unreadCells } }: { read: FileRead }): JSX.Element | null {
  const { t } = useI18n();
  const count = unreadCells.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return null;
  return (
    <Disclosure summary={t('import_cells', { count: { kind: 'count', value: count } })}>
      <ul class="small import-rows">
        {unreadCells.map(({ head, rows }, place) => (
          <li key={place} class="import-names">
            {t('import_cells_of', {
              column: { kind: 'text', text: head },
              rows: { kind: 'text', text: listed(rows) },
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Row numbers, and a mark for those beyond the first ones. */
const listed = (rows: readonly number[]): string =>
  [...rows.slice(0, SHOWN), ...(rows.length > SHOWN ? ['…'] : [])].join(', ');

function LeftOutRows({ rows }: { rows: readonly LeftOutRow[] }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { shown, more } = useGrowingList(rows, SHOWN);
  return (
    <Disclosure summary={t('import_left_out', { count: { kind: 'count', value: rows.length } })}>
      <ul class="small import-rows">
        {shown.map((row) => (
          <li key={`${row.sheet} ${row.row}`}>{rowText(row, words)}</li>
        ))}
      </ul>
      {more}
    </Disclosure>
  );
}

function rowText({ sheet, row, problem }: LeftOutRow, { t }: I18n): string {
  const values = {
    row: { kind: 'count', value: row },
    reason: { kind: 'phrase', phrase: problem },
  } as const;
  return sheet === undefined
    ? t('import_left_out_row', values)
    : t('import_left_out_sheet_row', { ...values, sheet: { kind: 'text', text: sheet } });
}
