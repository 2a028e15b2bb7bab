// Writes made exports with the writers that other programs use. They aren't part of the product, so
// they are installed apart, and this file runs in a process of its own:
//   node writers.mjs FOLDER_WITH_WRITERS FILES.json OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , folder, input, out] = process.argv;
const found = createRequire(join(folder, 'package.json'));
const load = async (name) => import(pathToFileURL(found.resolve(name)).href);
const files = JSON.parse(readFileSync(input, 'utf8'));

const ms = (clock) => Date.parse(`${clock}Z`);
const serial = (clock) => (ms(clock) - Date.UTC(1899, 11, 30)) / 86_400_000;
const numberOf = (cell) => ('clock' in cell ? serial(cell.clock) : cell.number);

const writers = {
  async exceljs(rows) {
    const { default: ExcelJS } = await load('exceljs');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('LIVEs');
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === null) continue;
        const made = sheet.getCell(row + 1, column + 1);
        made.value =
          'text' in cell ? cell.text : 'clock' in cell ? new Date(ms(cell.clock)) : cell.number;
        if (cell.format !== undefined) made.numFmt = cell.format;
      }
    }
    return book.xlsx.writeBuffer();
  },
  async 'xlsx-populate'(rows) {
    const { default: Populate } = await load('xlsx-populate');
    const book = await Populate.fromBlankAsync();
    const sheet = book.sheet(0);
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === null) continue;
        const made = sheet
          .cell(row + 1, column + 1)
          .value('text' in cell ? cell.text : numberOf(cell));
        if (cell.format !== undefined) made.style('numberFormat', cell.format);
      }
    }
    return book.outputAsync();
  },
  async 'write-excel-file'(rows) {
    const { default: write } = await load('write-excel-file/node');
    const data = rows.map((cells) =>
      cells.map((cell) => {
        if (cell === null) return null;
        if ('text' in cell) return { type: String, value: cell.text };
        const format = cell.format === undefined ? {} : { format: cell.format };
        if ('clock' in cell) return { type: Date, value: new Date(ms(cell.clock)), ...format };
        return { type: Number, value: cell.number, ...format };
      }),
    );
    const path = join(out, 'write-excel-file.tmp.xlsx');
    await write(data, {}).toFile(path);
    return readFileSync(path);
  },
  async hucre(rows) {
    const { writeXlsx } = await load('hucre/xlsx');
    const cells = new Map();
    for (const [row, line] of rows.entries()) {
      for (const [column, cell] of line.entries()) {
        if (cell?.format === undefined) continue;
        cells.set(`${row},${column}`, { style: { numFmt: cell.format } });
      }
    }
    const values = rows.map((line) =>
      line.map((cell) =>
        cell === null
          ? null
          : 'text' in cell
            ? cell.text
            : 'clock' in cell
              ? new Date(ms(cell.clock))
              : cell.number,
      ),
    );
    return writeXlsx({ sheets: [{ name: 'LIVEs', rows: values, cells }] });
  },
  async xlsx(rows) {
    const { default: SheetJS } = await load('xlsx');
    const sheet = SheetJS.utils.aoa_to_sheet(
      rows.map((cells) =>
        cells.map((cell) => {
          if (cell === null) return null;
          if ('text' in cell) return { t: 's', v: cell.text };
          return {
            t: 'n',
            v: numberOf(cell),
            ...(cell.format === undefined ? {} : { z: cell.format }),
          };
        }),
      ),
    );
    const book = SheetJS.utils.book_new();
    SheetJS.utils.book_append_sheet(book, sheet, 'LIVEs');
    return SheetJS.write(book, { type: 'buffer', bookType: 'xlsx' });
  },
};

for (const [name, write] of Object.entries(writers)) {
  for (const file of files) {
    writeFileSync(join(out, `${file.name}.${name}.xlsx`), new Uint8Array(await write(file.rows)));
  }
}
