/** Shows a native modal dialog: focus stays inside, Escape closes it, and its header contains the way out of the page. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  close: string;
  /** The text of the button that leaves the whole page; absent on pages that need none. */
  leave?: string;
  /** The helpline's row, for dialogs that cover the page's own. */
  helpline?: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
}

/** The longest title, in characters, that takes two lines beside the buttons. */
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
