/** Lets the browser ask before a page with text that is not saved is closed. */
import { useEffect } from 'preact/hooks';

/** @param unsaved - whether there is such text now. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
