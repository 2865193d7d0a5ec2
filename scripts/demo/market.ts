/**
 * Serves the made-up classifieds of the demo: a general market, and the listed site it links to. In English only, because it is for
 * developers and in no package.
 */
import type { Handler } from '../browser/site/site.ts';

/** The check address, which is always on the list and is not a real site. */
export const LISTED_HOST = 'check.second-thought.test';
export const LISTED = `http://${LISTED_HOST}/`;
export const MARKET = 'http://market.test/';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:20px/1.5 sans-serif;max-width:36em;margin:3em auto;padding:0 1em;background:#fbfaf7}ul{padding:0;list-style:none}li{margin:.8em 0;padding:1em 1.2em;border:1px solid #d8d4c8;border-radius:8px;background:#fff}</style></head><body>${body}</body></html>`;

/** The page as the server sends it. The browser must still show it unchanged. */
export const MARKET_PAGE = page(
  'Riverside Market',
  `<h1>Riverside Market</h1><ul><li>Bicycle, almost new</li><li>Piano lessons</li><li><a href="${LISTED}">Meet someone tonight</a></li></ul>`,
);

export const market: Handler = (visit) => {
  if (visit.host === 'market.test') return { body: MARKET_PAGE };
  if (visit.host !== LISTED_HOST) return null;
  return {
    body: page('Made-up ads', '<h1>Made-up ads</h1><p>This stands for a page that advertises paid sex.</p>'),
  };
};
