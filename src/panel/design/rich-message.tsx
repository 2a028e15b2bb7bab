import type { JSX } from 'preact';
import type { Text } from '../../metrics/text.ts';
import { useI18n } from './i18n.ts';

/** A sentence whose figures and names stand out. */
export function RichMessage({ text }: { text: Text }): JSX.Element {
  const { pieces } = useI18n();
  return (
    <>
      {pieces(text).map((piece, place) =>
        piece.filled ? <b key={`${place}`}>{piece.text}</b> : piece.text,
      )}
    </>
  );
}
