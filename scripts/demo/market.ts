/** The made-up classifieds of the demo: a general market, and the listed site it links to. */
import type { Handler } from '../browser/site/site.ts';

/** Always on the list, and no real site: the check address. */
export const LISTED_HOST = 'check.second-thought.test';
export const LISTED = `http://${LISTED_HOST}/`;
export const MARKET = 'http://market.test/';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:18px/1.5 sans-serif;max-width:40em;margin:2em auto}</style></head><body>${body}</body></html>`;

/** As the server sends it and as the browser must still have it. */
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
