import type { Locator, Page } from 'playwright-core';
import { numberOf } from '../metrics/figure.ts';
import type { Session } from '../metrics/session.ts';
import { archivedSession } from './panel-archive.ts';
import { cells, settled, shownRoom, unfoldMetrics } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the performance data of a LIVE', () => {
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

  test.describe('the metrics', () => {
    const rows = (table: Locator) => table.locator('[data-metric]').filter({ visible: true });
    const groups = ['Entry and stay', 'Interaction and conversion'];

    test('show what stands out, with what it is compared with; the others unfold beneath', async () => {
      let folded = 0;
      for (const name of groups) {
        const table = panel.getByRole('table', { name, exact: true });
        const shown = rows(table);
        await expect
          .poll(() => shown.locator('.metric-verdict').allTextContents())
          .toEqual(expect.not.arrayContaining([expect.not.stringMatching(/^(?:Lower|Higher)$/)]));
        await expect
          .poll(() => shown.locator('.metric-against').allTextContents())
          .toEqual(expect.not.arrayContaining([expect.not.stringMatching(/\d/)]));
        await expect
          .poll(() => shown.locator('.metric-points').allTextContents())
          .toEqual(expect.not.arrayContaining([expect.not.stringMatching(/^[+−]?\d+%$/)]));
        const few = await rows(table).count();
        const more = table.getByRole('button', { name: /\d+ (?:more )?metrics?$/ });
        // Where everything stands out nothing is folded away.
        if ((await more.count()) === 0) continue;
        folded += 1;
        const hidden = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
        await more.press('Enter');
        await expect(more).toHaveAttribute('aria-expanded', 'true');
        await expect(rows(table)).toHaveCount(few + hidden);
        await more.press('Enter');
        await expect(rows(table)).toHaveCount(few);
      }
      expect(folded).toBeGreaterThan(0);
    });

    test('stand under the heading of their group, in however many columns', async () => {
      for (const width of [320, 400, 1280, 1920]) {
        await panel.setViewportSize({ width, height: 900 });
        for (const name of groups) {
          const table = panel.getByRole('table', { name, exact: true });
          const heading = panel.getByRole('heading', { name, exact: true }).last();
          await eventually(async () => {
            const [over, under] = [await heading.boundingBox(), await table.boundingBox()];
            expect(over?.y).toBeLessThan(under?.y ?? 0);
          });
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
      const heightNow = () => panel.locator('.read-out').evaluate((box) => box.clientHeight);
      const height = await heightNow();
      const first = panel.getByRole('list', { name: 'Pins' }).getByRole('listitem').first();
      const name = ((await first.textContent()) ?? '').split(/, \d\d:\d\d to /)[0] ?? '';
      const [box, pin] = [await chart.boundingBox(), await first.boundingBox()];
      const x = (pin?.x ?? 0) + (pin?.width ?? 0) / 2 - (box?.x ?? 0);
      await chart.hover({ position: { x, y: 40 } });
      await expect(lines.first()).toHaveText(
        /^\d\d:\d\dGMV (?:\$[\d,]+|–)Viewers at once \d+Orders \d+$/,
      );
      await expect(lines.last()).toContainText(`Pinned: ${name}`);
      await expect.poll(heightNow).toBe(height);
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
      await panel.setViewportSize({ width: 320, height: 900 });
      const box = panel.getByRole('region', { name: 'How the LIVE went' });
      await expect
        .poll(() => box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
        .toBe(0);
    });
  });
});
