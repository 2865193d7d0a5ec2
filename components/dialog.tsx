/** A native modal dialog: focus stays inside, Escape closes it, and the exit is in its header. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  close: string;
  /** Text of the way out of the whole page; absent on pages that need none. */
  leave?: string;
  /** The helpline's row, for dialogs that cover it. */
  helpline?: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
}

/** Characters that take two lines beside the ways out. */
const SHORT = 36;

export function Dialog({ title, close, leave, helpline, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-label={title} onClose={onClose}>
      <header class={title.length > SHORT ? 'dialog-head long' : 'dialog-head'}>
        <h2>{title}</h2>
        <div class="dialog-ways">
          {leave && (
            <button type="button" class="button primary" data-leave>
              {leave}
            </button>
          )}
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {close}
          </button>
        </div>
      </header>
      <div class="dialog-body">{children}</div>
      {helpline && <p class="dialog-helpline">{helpline}</p>}
    </dialog>
  );
}
