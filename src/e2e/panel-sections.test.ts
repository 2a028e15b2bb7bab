import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { numberOf } from '../metrics/figure.ts';
import type { Session } from '../metrics/session.ts';
import { newestWhere } from './newest-live.ts';
import { archivedSession } from './panel-archive.ts';
import { cells, openMore, pickRoom, settled, shownRoom, unfoldMetrics } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the sections of the panel', () => {
  let stage: Stage;
  let panel: Page;
  let session: Session;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
    session = await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '');
  });
  test.afterAll(() => stage?.close());

  test.describe('the factors', () => {
    const groups = ['Entry and stay', 'Interaction and conversion'];
    const rows = () => panel.locator('.group .factor-row');
    const count = () => rows().count();
    const group = (name: string) =>
      panel.locator('.factors > .group').filter({ has: panel.getByRole('heading', { name }) });
    const fold = (name: RegExp) => panel.locator('.factors').getByRole('button', { name });

    test('are those that cost money, three a group, until all are asked for', {
      tag: '@day',
    }, async () => {
      for (const name of groups) {
        await expect(group(name)).toBeVisible();
        await expect(group(name).locator('.factor-row').nth(3)).toHaveCount(0);
      }
      await expect(rows().nth(1)).toBeVisible();
      await expect(panel.locator('.factor-quiet')).toHaveCount(0);
      const few = await count();
      const expand = panel.getByRole('button', { name: /^Expand all factors \(\d+\)$/ });
      const offered = async () => Number(/\d+/.exec((await expand.textContent()) ?? '')?.[0]);
      await expect.poll(offered).toBeGreaterThanOrEqual(12);
      const due = await offered();
      await expand.click();
      await expect(rows()).toHaveCount(due);
      await panel.getByRole('button', { name: 'Show the leading factors only' }).click();
      await expect(rows()).toHaveCount(few);
    });

    for (const name of [/^Fine \(\d+\)$/, /^Needs data \(\d+\)$/]) {
      test(`unfold under ${name.source.slice(1, -9)}, with what was seen or what is missing`, async () => {
        const few = await count();
        const due = Number(/\d+/.exec((await fold(name).textContent()) ?? '')?.[0]);
        await fold(name).press('Enter');
        await expect(fold(name)).toHaveAttribute('aria-expanded', 'true');
        await expect(rows()).toHaveCount(few + due);
        for (const row of await panel.locator('.factor-quiet .factor-row').all()) {
          await expect(row.locator('.factor-said')).toHaveText(/\w+/);
        }
        await fold(name).press('Enter');
        await expect(rows()).toHaveCount(few);
      });
    }

    test('draw their money on one scale from zero, with the interval as a whisker', async () => {
      const costly = () => panel.locator('.factor-row:has(.money-bar)');
      await newestWhere(panel, async () => (await costly().count()) >= 2);
      const drawn = () =>
        costly().evaluateAll((all) =>
          all.map((row) => {
            const of = (part: string) => row.querySelector(part)?.getBoundingClientRect();
            const bar = of('.money-bar');
            const fill = of('.money-fill');
            const whisker = of('.money-whisker');
            const money = Number(
              row.querySelector('.factor-money')?.textContent?.replace(/[^\d.]/g, ''),
            );
            return {
              start: bar?.left ?? 0,
              width: bar?.width ?? 0,
              perUnit: (fill?.width ?? 0) / money,
              isInside: (whisker?.right ?? 0) <= (bar?.right ?? 0) + 0.5,
              holds:
                (whisker?.left ?? 0) <= (fill?.right ?? 0) &&
                (whisker?.right ?? 0) >= (fill?.right ?? 0),
            };
          }),
        );
      for (const width of [400, 1280]) {
        await panel.setViewportSize({ width, height: 900 });
        const [first, ...others] = await drawn();
        for (const one of others) {
          expect(one).toMatchObject({ start: first?.start, width: first?.width });
          expect(one.isInside && one.holds).toBe(true);
          expect(one.perUnit / (first?.perUnit ?? 0)).toBeCloseTo(1, 1);
        }
        expect(first?.width).toBeGreaterThan(150);
      }
      await pickRoom(panel, session.room.id);
      await panel.setViewportSize({ width: 400, height: 900 });
    });

    test('leave nothing empty beside those that are open on a wide page', async () => {
      await panel.setViewportSize({ width: 1200, height: 900 });
      await rows().first().press('Enter');
      const list = await panel.locator('.factors').boundingBox();
      const open = await panel.locator('.factor-open').first().boundingBox();
      expect((open?.width ?? 0) / (list?.width ?? 1)).toBeGreaterThan(0.95);
      await rows().first().press('Enter');
      await panel.setViewportSize({ width: 400, height: 900 });
    });

    test('open by keyboard, with what was seen and what to do', async () => {
      const row = rows().first();
      const isOpen = (open: boolean) => expect(row).toHaveAttribute('aria-expanded', `${open}`);
      await isOpen(false);
      await row.focus();
      await panel.keyboard.press('Enter');
      await isOpen(true);
      const controls = await row.getAttribute('aria-controls');
      const detail = panel.locator(`[id="${controls}"]`);
      await expect(detail).toContainText('Try:');
      await expect(detail.getByRole('table')).toHaveCount(1);
      await panel.keyboard.press('Space');
      await isOpen(false);
      await panel.keyboard.press('Space');
      await isOpen(true);
    });
  });

  test.describe('the metrics', () => {
    const rows = (table: Locator) => table.locator('[data-metric]').filter({ visible: true });
    const groups = ['Entry and stay', 'Interaction and conversion'];

    test('show what stands out, with what it is compared with; the others unfold beneath', async () => {
      for (const name of groups) {
        const table = panel.getByRole('table', { name, exact: true });
        for (const row of await rows(table).all()) {
          await expect(row.locator('.metric-verdict')).toHaveText(/^(?:Lower|Higher)$/);
          await expect(row.locator('.metric-against')).toHaveText(/\d/);
          await expect(row.locator('.metric-points')).toHaveText(/^[+-]?\d+%$/);
        }
        const few = await rows(table).count();
        const more = table.getByRole('button', { name: /\d+ (?:more )?metrics?$/ });
        const hidden = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
        await more.press('Enter');
        await expect(more).toHaveAttribute('aria-expanded', 'true');
        await expect(rows(table)).toHaveCount(few + hidden);
        await more.press('Enter');
        await expect(rows(table)).toHaveCount(few);
      }
    });

    test('stand under the heading of their group, in however many columns', async () => {
      for (const width of [320, 400, 1280, 1920]) {
        await panel.setViewportSize({ width, height: 900 });
        for (const name of groups) {
          const table = panel.getByRole('table', { name, exact: true });
          const heading = panel.getByRole('heading', { name, exact: true }).last();
          const [over, under] = [await heading.boundingBox(), await table.boundingBox()];
          expect(over?.y).toBeLessThan(under?.y ?? 0);
          await expect(table.getByRole('columnheader')).toHaveText([
            'Metric',
            'This LIVE',
            'your usual',
            'Difference',
          ]);
        }
      }
      await panel.setViewportSize({ width: 400, height: 900 });
    });
  });

  test.describe('a definition', () => {
    test.beforeAll(() => unfoldMetrics(panel));
    const mark = () => panel.locator('.metrics').getByRole('button', { name: 'What is CTOR?' });
    const tip = () => panel.getByRole('tooltip').filter({ visible: true });
    const shown = (count: number) => expect(tip()).toHaveCount(count);

    test('opens under the pointer, stays while the pointer rests on it, and closes after', async () => {
      await mark().hover();
      await shown(1);
      await tip().hover();
      await shown(1);
      await expect(tip()).toContainText('orders ÷');
      await expect(tip()).toContainText(/\d+ ÷ [\d,]+/);
      await expect(tip()).toContainText('Simulated for the sample shop');
      await panel.mouse.move(2, 2);
      await shown(0);
    });

    test('opens at keyboard focus and closes at Escape', async () => {
      await mark().focus();
      await panel.keyboard.press('Tab');
      await panel.keyboard.press('Shift+Tab');
      await shown(1);
      await expect(tip()).toContainText('orders ÷');
      await expect(mark()).toHaveAttribute(
        'aria-describedby',
        (await tip().getAttribute('id')) ?? 'no id',
      );
      await panel.keyboard.press('Escape');
      await shown(0);
      await expect(mark()).toBeFocused();
    });

    test('lies inside the panel, whichever question mark it hangs on', async () => {
      await panel.setViewportSize({ width: 320, height: 900 });
      const buttons = await panel.locator('.metrics .tip-button').all();
      for (const button of buttons.filter((_, place) => place % 4 === 0)) {
        await button.scrollIntoViewIfNeeded();
        await button.hover();
        await shown(1);
        const sticksOut = async () => {
          const { x, width } = (await tip().boundingBox()) ?? { x: -1, width: 0 };
          return Math.max(-x, x + width - 320, 0);
        };
        await expect.poll(sticksOut).toBe(0);
        await panel.mouse.move(2, 2);
        await shown(0);
      }
      await panel.setViewportSize({ width: 400, height: 900 });
    });
  });

  test.describe('the charts', () => {
    test('draw how the LIVE went, with its pins on the same scale of time', async () => {
      const chart = panel.getByRole('img', { name: /^GMV, viewers and orders over the LIVE/ });
      await chart.scrollIntoViewIfNeeded();
      await eventually(async () => {
        const inked = await chart.evaluate((canvas) => {
          if (!(canvas instanceof HTMLCanvasElement)) return 0;
          const { data } = canvas
            .getContext('2d')
            ?.getImageData(0, 0, canvas.width, canvas.height) ?? {
            data: [],
          };
          return data.filter((value, place) => place % 4 === 3 && value > 0).length;
        });
        expect(inked).toBeGreaterThan(500);
      });
      const pins = panel.getByRole('list', { name: 'Pins' });
      const { startedAt = 0, endedAt = 0 } = session.room;
      const sorted = [...(session.pins ?? [])].sort((a, b) => a.startedAt - b.startedAt);
      const [first, last] = [sorted[0], sorted.at(-1)];
      await eventually(async () => {
        const lane = await pins.boundingBox();
        const box = await chart.boundingBox();
        expect(lane?.y).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) - 4);
        const marks = await pins
          .getByRole('listitem')
          .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().left));
        expect(marks).toHaveLength(sorted.length);
        // The chart's time runs evenly: pins must lie as far apart on the screen as they did in the LIVE.
        const [from = 0, to = 0] = [marks[0], marks.at(-1)];
        const perSecond = (to - from) / ((last?.startedAt ?? 1) - (first?.startedAt ?? 0));
        for (const [place, pin] of sorted.entries()) {
          const expected = from + (pin.startedAt - (first?.startedAt ?? 0)) * perSecond;
          expect(Math.abs((marks[place] ?? 0) - expected)).toBeLessThan(1.5);
        }
        expect(perSecond * (endedAt - startedAt)).toBeGreaterThan((lane?.width ?? 0) * 0.85);
      });
    });

    test('say their peaks, lows and ends to a screen reader', async () => {
      const chart = panel.getByRole('img', { name: /^GMV, viewers and orders over the LIVE/ });
      await expect(chart).toHaveAccessibleName(
        /GMV peaked at \$[\d,]+ around \d\d:\d\d; the lowest was \$[\d,]+, the last \$[\d,]+\. Viewers at once peaked at \d+.* Orders peaked at \d+/,
      );
    });

    test('read out the point that is pointed at, with what was pinned then', async () => {
      const chart = panel.locator('.timeline-canvas canvas');
      const lines = panel.locator('.read-out p');
      await chart.scrollIntoViewIfNeeded();
      await expect(lines.first()).toContainText(/GMV peak \$[\d,]+ at \d\d:\d\d/);
      const height = await panel.locator('.read-out').evaluate((box) => box.clientHeight);
      const first = panel.getByRole('list', { name: 'Pins' }).getByRole('listitem').first();
      const name = ((await first.textContent()) ?? '').split(/, \d\d:\d\d to /)[0] ?? '';
      const [box, pin] = [await chart.boundingBox(), await first.boundingBox()];
      const x = (pin?.x ?? 0) + (pin?.width ?? 0) / 2 - (box?.x ?? 0);
      await chart.hover({ position: { x, y: 40 } });
      await expect(lines.first()).toHaveText(/^\d\d:\d\dGMV (?:\$[\d,]+|–)Viewers \d+Orders \d+$/);
      await expect(lines.last()).toContainText(`Pinned: ${name}`);
      expect(await panel.locator('.read-out').evaluate((found) => found.clientHeight)).toBe(height);
      await panel.mouse.move(2, 2);
      await expect(lines.first()).toContainText('GMV peak');
    });

    test('are also there as a table, which adds up to the GMV of the LIVE', async () => {
      await panel.getByText('Show as a table').click();
      const table = panel.getByRole('region', { name: 'How the LIVE went' }).getByRole('table');
      const series = session.timeline?.series.find(({ metric }) => metric === 'gmv');
      const sum = series?.points.reduce((total, [, value]) => total + value, 0) ?? 0;
      expect(sum / (numberOf(session.figures, 'gmv') ?? 1)).toBeCloseTo(1, 2);
      await expect
        .poll(async () => (await cells(table)).filter((row) => row[2]?.startsWith('$')).length)
        .toBe(series?.points.length);
    });
  });

  test('lists the times at which LIVEs started, best first, each with how many', async () => {
    const card = panel.getByRole('region', { name: 'Best times' });
    const all = card.getByRole('button', { name: /^Show all \d+ times$/ });
    const due = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
    await all.press('Enter');
    const rows = card.getByRole('listitem');
    await expect(rows).toHaveCount(due);
    const texts = await rows.allTextContents();
    const amounts = texts.map((text) =>
      Number(/\$([\d,]+) per hour/.exec(text)?.[1]?.replace(',', '')),
    );
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    for (const text of texts) expect(text).toMatch(/from [1-9]\d* LIVEs?\./);
    await expect(card.getByText('Slots with few LIVEs count less.')).toHaveCount(1);
  });

  test('lists the products that were pinned, the longest pinned first', async () => {
    const lasting = new Map<string, number>();
    for (const { product, startedAt, endedAt } of session.pins ?? []) {
      const end = endedAt ?? session.room.endedAt ?? startedAt;
      lasting.set(product, (lasting.get(product) ?? 0) + end - startedAt);
    }
    const [longest] = [...lasting].sort(([, a], [, b]) => b - a);
    const name = session.products?.find(({ id }) => id === longest?.[0])?.name ?? '';
    const table = panel.getByRole('table', { name: 'How the pins did' });
    await expect(table.getByRole('rowheader').first()).toHaveText(name);
    await panel
      .getByRole('button', { name: `Show each of the ${session.pins?.length} pins` })
      .press('Enter');
    await expect(table.locator('tbody tr:not(.row-detail)')).toHaveCount(lasting.size);
  });

  test('has tables that never scroll within themselves, in two lines a row where it is narrow', async () => {
    for (const width of [320, 400, 1280]) {
      await panel.setViewportSize({ width, height: 900 });
      for (const name of ['How the pins did', 'Products', 'Traffic sources']) {
        const table = panel.getByRole('table', { name });
        await eventually(async () => {
          const { beyond, name, figure } = await table.evaluate((found) => {
            const box = found.parentElement ?? found;
            const row = found.querySelector('tbody tr');
            const [header, ...cells] = [...(row?.children ?? [])]
              .map((cell) => cell.getBoundingClientRect())
              .filter(({ height }) => height > 0);
            return {
              beyond: [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight],
              name: header?.bottom ?? 0,
              figure: cells.at(-1)?.top ?? 0,
            };
          });
          expect(beyond).toEqual([0, 0]);
          if (width <= 400) expect(figure).toBeGreaterThanOrEqual(name - 1);
          else expect(figure).toBeLessThan(name);
        });
      }
    }
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('downloads as a CSV that a spreadsheet opens, with the GMV to the cent', async () => {
    await openMore(panel);
    const coming = panel.waitForEvent('download');
    await panel.getByRole('menuitem', { name: /^CSV/ }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^live-diagnosis-\d{4}-\d\d-\d\d-\d{19}\.csv$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    const gmv = lines.find((line) => line.startsWith('GMV,'))?.split(',')[1];
    expect(gmv).toBe(session.figures.gmv?.money.amount);
    expect(lines.some((line) => line.includes(`'${session.room.id}`))).toBe(true);
    expect(lines.some((line) => line.includes('Simulated figures of a sample shop'))).toBe(true);
  });

  test('is shared as text for a chat, and as a picture', async () => {
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.bringToFront();
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Copy as text' }).click();
    await expect(panel.getByText('Copied', { exact: true })).toBeVisible();
    const copied = () => panel.evaluate(() => navigator.clipboard.readText());
    const headline = (await panel.locator('.verdict-headline').textContent()) ?? '';
    await expect.poll(copied).toContain(headline);
    await openMore(panel);
    const coming = panel.waitForEvent('download');
    await panel.getByRole('menuitem', { name: 'Save as picture' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^live-diagnosis-.*\.png$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1440);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(700);
  });
});
