import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Draws on a canvas; answers how the picture is taken away again. */
type Draw = (canvas: HTMLCanvasElement) => () => void;

/**
 * Draws on a canvas by code that is loaded for it: anew when one of `inputs` is another, as an effect's, and when the
 * page's colours change, at once, as a frame that is painted before it would show the picture in those of before.
 *
 * @returns goes onto the canvas
 */
export function useDrawing(
  load: () => Promise<Draw>,
  inputs: readonly unknown[],
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    let erase = (): void => undefined;
    let draw: Draw | undefined;
    const redraw = (): void => {
      if (gone || canvas.current === null || draw === undefined) return;
      erase();
      erase = draw(canvas.current);
    };
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    void load().then((loaded) => {
      draw = loaded;
      redraw();
    });
    scheme.addEventListener('change', redraw);
    return () => {
      gone = true;
      scheme.removeEventListener('change', redraw);
      erase();
    };
  }, [...inputs]);
  return canvas;
}
