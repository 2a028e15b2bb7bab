/** What a picture on a canvas is drawn and written in, as the page around it is. */
interface CanvasInk {
  /** A colour by the name of its token. */
  readonly colour: (token: string) => string;
  /** The small letters: their height in CSS pixels. */
  readonly font: { readonly size: number; readonly family: string };
}

/** The ink of a canvas as its page's colours are now. */
export function inkOf(canvas: HTMLCanvasElement): CanvasInk {
  const css = getComputedStyle(canvas);
  const colour = (token: string): string => css.getPropertyValue(token).trim();
  return { colour, font: { size: Number.parseFloat(colour('--t-s')), family: css.fontFamily } };
}

/** Draws a thin line from the top of an area to its foot, at `x` in CSS pixels. */
export function drawUpright(
  ctx: CanvasRenderingContext2D,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  x: number,
  colour: string,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
}
