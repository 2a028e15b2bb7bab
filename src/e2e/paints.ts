import * as v from 'valibot';
import type { View } from './panel-view.ts';

const PaintSchema = v.object({ room: v.string(), gmv: v.string() });
/** What a frame of the panel showed: the LIVE's id and its GMV, empty where there was none. */
export type Paint = v.InferOutput<typeof PaintSchema>;

/** Notes from now on every different paint of the panel, frame by frame. */
export async function watchPaints(view: View): Promise<void> {
  await view.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const facts = document.querySelector('.basic .facts')?.textContent ?? '';
      const gmv = document.querySelector('.totals [data-metric="gmv"] dd')?.textContent ?? '';
      const paint = JSON.stringify({ room: /\d{19}/.exec(facts)?.[0] ?? '', gmv: gmv.trim() });
      if (seen.at(-1) !== paint) {
        seen.push(paint);
        document.documentElement.setAttribute('data-paints', JSON.stringify(seen));
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

/** The different paints so far, in their order. */
export async function paintsOf(view: View): Promise<readonly Paint[]> {
  const noted = await view.evaluate(
    () => document.documentElement.getAttribute('data-paints') ?? '[]',
  );
  return v
    .parse(v.array(v.string()), JSON.parse(noted))
    .map((one) => v.parse(PaintSchema, JSON.parse(one)));
}
