import type { JSX } from 'preact';
import type { Text } from '../../metrics/text.ts';
import { useWords } from './words.ts';

/** A sentence whose figures and names stand out. */
export function Said({ text }: { text: Text }): JSX.Element {
  const { pieces } = useWords();
  return (
    <>
      {pieces(text).map((piece, place) =>
        piece.filled ? <b key={`${place}`}>{piece.text}</b> : piece.text,
      )}
    </>
  );
}
