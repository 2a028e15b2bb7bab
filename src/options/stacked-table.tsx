import type { ComponentChildren, JSX } from 'preact';
import { TableScroll } from '../panel/design/table-scroll.tsx';
import './stacked-table.css';

/**
 * A table whose rows stand as blocks in a narrow window, each cell under the one before with its column's name, so
 * that none is cut off. `label` names the table's box; a row has a cell for each column.
 */
export function StackedTable({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly string[];
  rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}): JSX.Element {
  return (
    <TableScroll label={label}>
      <table class="stacked-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, place) => (
                <td key={columns[place]} data-column={columns[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
