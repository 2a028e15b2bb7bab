import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A picture of a recording; an empty field of the same size until it has come. */
export function DrawnPicture({ picture }: { picture: ImageBitmap | undefined }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current === null || picture === undefined) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} class="drawn-picture" />;
}
