import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../../panel/design/button.tsx';
import { Dialog } from '../../panel/design/dialog.tsx';

/** A dialog with the button that opens it. */
export function OpenedDialog(): JSX.Element {
  const open = useSignal(false);
  return (
    <>
      <Button
        onClick={() => {
          open.value = true;
        }}
      >
        Choose a category
      </Button>
      {open.value && (
        <Dialog
          title="Choose a category"
          onClose={() => {
            open.value = false;
          }}
        >
          <p>Home textiles</p>
        </Dialog>
      )}
    </>
  );
}
