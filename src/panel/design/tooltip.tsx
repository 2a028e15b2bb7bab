import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOutOfSightDue } from './out-of-sight.ts';
import './tooltip.css';

/** How long the pointer may be on its way from the mark to the tip, in milliseconds. */
const GRACE = 140;

/**
 * A question mark that explains: on hover, on keyboard focus, on tap. Escape closes it, the pointer
 * may rest on the tip, and the browser keeps it inside the frame. `label` names the button
 * ("What is CTOR?").
 */
export function Tooltip({
  label,
  children,
}: {
  label: string;
  children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  const due = useOutOfSightDue();
  const button = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [reasons, setReasons] = useState({ hover: false, focus: false, tap: false });
  const open = reasons.hover || reasons.focus || reasons.tap;
  const set = (patch: Partial<typeof reasons>): void => {
    clearTimeout(leaving.current);
    setReasons((known) => ({ ...known, ...patch }));
  };
  const leave = (): void => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => set({ hover: false }), GRACE);
  };

  useLayoutEffect(() => {
    const element = tip.current;
    if (element === null || element.matches(':popover-open') === open) return;
    if (open && button.current !== null) element.showPopover({ source: button.current });
    else element.hidePopover();
  }, [open]);
  useEffect(() => () => clearTimeout(leaving.current), []);

  return (
    <>
      <button
        ref={button}
        type="button"
        class="tip-button"
        aria-label={label}
        aria-describedby={id}
        aria-expanded={open}
        onPointerEnter={(event) => event.pointerType !== 'touch' && set({ hover: true })}
        onPointerLeave={leave}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && set({ focus: true })}
        onBlur={() => set({ focus: false, tap: false })}
        onClick={() => set({ tap: !reasons.tap })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          event.stopPropagation();
          set({ hover: false, focus: false, tap: false });
        }}
      >
        <span aria-hidden="true">?</span>
      </button>
      <div
        ref={tip}
        id={id}
        class="tip"
        role="tooltip"
        popover="manual"
        onPointerEnter={() => set({ hover: true })}
        onPointerLeave={leave}
      >
        {(due || open) && children}
      </div>
    </>
  );
}
