import { isMirrored } from '../design/is-mirrored.ts';

/** Rows and columns of a table whose cells hold buttons, of which one is a stop of the Tab key. */
const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Moves the focus among the buttons of a table's cells as the arrow keys point, over cells that hold none; Home and End
 * lead to the first and the last.
 */
export function moveInGrid(event: KeyboardEvent): void {
  const { key, target, currentTarget } = event;
  if (!(currentTarget instanceof Element && target instanceof HTMLElement)) return;
  const here: HTMLElement = target;
  const rows = [...currentTarget.querySelectorAll('tbody tr')].map((row) => [
    ...row.querySelectorAll('td'),
  ]);
  const buttons = [...currentTarget.querySelectorAll<HTMLElement>('td button')];
  const next = key === 'Home' ? buttons[0] : key === 'End' ? buttons.at(-1) : beyond();
  if (next === undefined || !buttons.includes(target)) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();

  function beyond(): HTMLElement | undefined {
    const step = STEPS[key];
    const row = rows.findIndex((cells) => cells.some((cell) => cell.contains(here)));
    const column = rows[row]?.findIndex((cell) => cell.contains(here)) ?? -1;
    if (step === undefined || row < 0 || column < 0) return undefined;
    const sign = isMirrored() ? -1 : 1;
    for (let far = 1; ; far++) {
      const cell = rows[row + far * step[0]]?.[column + far * sign * step[1]];
      if (cell === undefined) return undefined;
      const button = cell.querySelector('button');
      if (button !== null) return button;
    }
  }
}
