/** Tells at which section of a long page a reader is. */
import { useEffect, useState } from 'preact/hooks';

/** A section counts once its top has come this far up (part of the window's height). */
const READING_LINE = 1 / 3;

/** Browsers round what they scroll (CSS pixels). */
const ROUNDED = 2;

/** @param ids - of the sections, from top to bottom. @returns the one that is read. */
export function useSectionInSight(ids: readonly string[]): string | undefined {
  const [at, setAt] = useState(ids[0]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      setAt(sectionInSight(ids));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const events = ['scroll', 'resize', 'hashchange'] as const;
    for (const event of events) addEventListener(event, soon, { passive: true });
    look();
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) removeEventListener(event, soon);
    };
  }, [ids.join()]);
  return at;
}

function sectionInSight(ids: readonly string[]): string | undefined {
  const page = document.documentElement;
  const top = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN;
  // The last ones never come up that far: at the end of the page it is the one somebody asked for, or the very last.
  const ended = page.scrollTop > 0 && page.scrollTop + innerHeight >= page.scrollHeight - ROUNDED;
  const asked = location.hash.slice(1);
  if (ended) return ids.includes(asked) && top(asked) >= 0 ? asked : ids.at(-1);
  return ids.findLast((id) => top(id) <= innerHeight * READING_LINE) ?? ids[0];
}
