/** Refreshes when the reader comes back to the page, for example from the browser's own settings. */
import { useEffect, useRef } from 'preact/hooks';

/** @param look - called each time the page becomes visible again or its window gets the focus. */
export function useRefreshOnReturn(look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const onChange = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    document.addEventListener('visibilitychange', onChange);
    // Of two windows side by side, both are visible all the time.
    addEventListener('focus', onChange);
    return () => {
      document.removeEventListener('visibilitychange', onChange);
      removeEventListener('focus', onChange);
    };
  }, []);
}
