import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';

/** The kinds of files that are read; a browser may show others on demand. */
const KINDS = 'video/*,.mp4,.mov,.mkv,.webm,.ts';

/** The way to a recording that the seller has as a file. */
export function FilePick({ onPick }: { onPick: (file: File) => void }): JSX.Element {
  const { t } = useI18n();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept={KINDS}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onPick(file);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button look="link" onClick={() => field.current?.click()}>
        {t('measure_file')}
      </Button>
    </>
  );
}
