/** Renders the law at a glance as HTML, for the pages made at build time, with the same components that the browser completes. */
import { renderToString } from 'preact-render-to-string';
import { glanceAt } from '../../utils/notice/glance.ts';
import { loadPlaceLaw } from '../../utils/notice/load-law.ts';
import type { NoticePageKey } from '../../utils/notice/notice-pages.ts';
import { loadWords } from '../../utils/words/load.ts';
import cells from './cells.css?inline';
import firstFrame from './first-frame.css?inline';
import { LawAtAGlance } from './law-glance.tsx';
import namedPart from './named-part.css?inline';

/** Earlier than every entry's next check, so that all figures are rendered; the page in the browser removes those that are overdue. */
const BEFORE_ANY_CHECK = '';

/** The style sheet of the first frame, minified. */
export const FIRST_FRAME_STYLE: string = firstFrame;

/** The further style sheet of pages whose law has figures, minified. */
export const CELLS_STYLE: string = cells;

/** The further style sheet of pages whose address names the part to show, minified. */
export const NAMED_PART_STYLE: string = namedPart;

/**
 * @returns the law of a country, and the law of each region of the page in a part that the page's address can name. Empty if nothing
 *   may be shown. Throws if a file is missing.
 */
export async function lawHtml({ country, regions, language }: NoticePageKey): Promise<string> {
  const words = await loadWords('notice', language);
  const say = async (region: string | null) => {
    const placeLaw = await loadPlaceLaw({ country, region }, language);
    // A law is shown in the language of its entry.
    const spoken = placeLaw.law?.language ?? language;
    const law = await loadWords('law', spoken);
    const glance = glanceAt(placeLaw, { language: spoken, today: BEFORE_ANY_CHECK, words: law });
    return <LawAtAGlance glance={glance} language={language} words={words} />;
  };
  const whole = await say(null);
  if (regions.length === 0) return renderToString(whole);
  const parts = await Promise.all(
    regions.map(async (region) => (
      <div key={region} class="place" id={region}>
        {await say(`${country}-${region}`)}
      </div>
    )),
  );
  return renderToString(
    <>
      <div class="place">{whole}</div>
      {parts}
    </>,
  );
}
