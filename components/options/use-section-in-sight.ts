/** Tells at which section of a long page a reader is. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** A section counts once its top has come this far up (part of the window's height). */
const READING_LINE = 1 / 3;

/** Browsers round what they scroll (CSS pixels). */
const ROUNDED = 2;

/** A section that somebody chose by its link: the one named until they scroll away from it. */
interface Asked {
  id: string;
  /** How near to it the page has come (CSS pixels). */
  nearest: number;
}

interface InSight {
  /** The section that is read. */
  at: string | undefined;
  /** To be called when somebody follows the link to a section. */
  ask(id: string): void;
}

/** @param ids - of the sections, from top to bottom. */
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

/** @returns whether the page is on its way to the section, or as near to it as it can be. */
function isNearing(asked: Asked): boolean {
  const distance = Math.abs(Math.min(top(asked.id), leftToScroll()));
  if (!(distance <= asked.nearest + ROUNDED)) return false;
  asked.nearest = Math.min(asked.nearest, distance);
  return true;
}

/** The last sections never come far up. So over the last windowful the line goes down to meet them, and each has its turn. */
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
