/** Makes the browser ask before it closes a page with unsaved text. */
import { useEffect } from 'preact/hooks';

/** @param unsaved - whether there is unsaved text now. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
