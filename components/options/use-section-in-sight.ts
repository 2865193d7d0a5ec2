/** Finds the section of a long page that the reader is reading. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** A section counts once its top is at or above this part of the window's height. */
const READING_LINE = 1 / 3;

/** Tolerance in CSS pixels, because browsers round scroll positions. */
const ROUNDED = 2;

/** A section that the reader chose by its link; it counts until they scroll away from it. */
interface Asked {
  id: string;
  /** The shortest distance from it that scrolling has reached, in CSS pixels. */
  nearest: number;
}

interface InSight {
  /** The id of the section that is being read. */
  at: string | undefined;
  /** Must be called when the reader follows the link to a section. */
  ask(id: string): void;
}

/** @param ids - the ids of the sections, from top to bottom. */
export function useSectionInSight(ids: readonly string[]): InSight {
  const [at, setAt] = useState(ids[0]);
  const asked = useRef<Asked | null>(null);
  const ask = (id: string) => {
    asked.current = ids.includes(id) ? { id, nearest: Number.POSITIVE_INFINITY } : null;
    setAt(sectionInSight(ids, asked));
  };
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      setAt(sectionInSight(ids, asked));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const askAddress = () => ask(location.hash.slice(1));
    const events = ['scroll', 'resize'] as const;
    for (const event of events) addEventListener(event, soon, { passive: true });
    addEventListener('hashchange', askAddress);
    askAddress();
    return () => {
      cancelAnimationFrame(frame);
      for (const event of events) removeEventListener(event, soon);
      removeEventListener('hashchange', askAddress);
    };
  }, [ids.join()]);
  return { at, ask };
}

function sectionInSight(ids: readonly string[], asked: { current: Asked | null }): string | undefined {
  if (asked.current && !isNearing(asked.current)) asked.current = null;
  return asked.current?.id ?? ids.findLast((id) => top(id) <= readingLine()) ?? ids[0];
}

/** @returns whether the page is scrolling to the section, or is as near to it as it can get. */
function isNearing(asked: Asked): boolean {
  const distance = Math.abs(Math.min(top(asked.id), leftToScroll()));
  if (!(distance <= asked.nearest + ROUNDED)) return false;
  asked.nearest = Math.min(asked.nearest, distance);
  return true;
}

/**
 * @returns the height in the window at which a section counts. The last sections can never scroll far up, so this line moves down over
 *   the last window's height of the page, and each of them has its turn.
 */
function readingLine(): number {
  const most = document.documentElement.scrollHeight - innerHeight;
  const over = most > 0 ? 1 - Math.min(1, leftToScroll() / Math.min(most, innerHeight)) : 0;
  return innerHeight * (READING_LINE + (1 - READING_LINE) * over);
}

const leftToScroll = () => {
  const page = document.documentElement;
  return Math.max(0, page.scrollHeight - innerHeight - page.scrollTop);
};

const top = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN;
