/** Serves made-up pages for every host: a classifieds page reports itself if one frame of it could be seen. */
import type { Handler, Site, Visit } from './site.ts';

/** The host that pages report to. It is not listed, because the extension blocks a listed page's own requests. */
const WITNESS = 'witness.test';

/** A text on every made-up listed page. It must never be seen. */
export const FORBIDDEN = 'Made-up advertisement';

/**
 * Before each frame, the page checks what is at its center: itself, or something that covers it. A hidden page does not count,
 * because nobody sees it. A page restored from the back/forward cache reports that, and checks again.
 */
const SELF_REPORT = `<script>
  const tell = (what) => navigator.sendBeacon('https://${WITNESS}/' + what + '?' + encodeURIComponent(location.href));
  let reported = {};
  const look = () => {
    requestAnimationFrame(look);
    if (document.visibilityState !== 'visible' || document.prerendering || !document.body) return;
    const on = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const what = on && on.closest('main') ? 'exposed' : 'covered';
    if (!reported[what]) { reported[what] = true; tell(what); }
  };
  requestAnimationFrame(look);
  addEventListener('pageshow', ({ persisted }) => { if (persisted) { reported = {}; tell('returned'); } });
</script>`;

/** @returns a full page. A colored main region fills the window, and the icon is inline, so that no request for one comes later. */
export function advertisement(heading: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${heading}</title><link rel="icon" href="data:,">${SELF_REPORT}${head}
<style>html,body{margin:0}main{display:block;min-height:100vh;background:#f0f;color:#000}</style></head>
<body><main><h1>${heading}</h1><p>${FORBIDDEN}</p></main></body></html>`;
}

/** @returns an unlisted page with whatever the test needs in its body. */
export function plainPage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain page</title>${head}</head><body><main>${body}</main></body></html>`;
}

/** Answers for listed hosts with an advertisement, and for the witness with an empty answer. */
export function classifieds(isListed: (visit: Visit, address: URL) => boolean): Handler {
  return (visit, address) => {
    if (visit.host === WITNESS) return { status: 204 };
    return isListed(visit, address) ? { body: advertisement(`Advertisement on ${visit.host}`) } : null;
  };
}

/** @returns the addresses of pages that could be seen for at least one frame. */
export function exposures(site: Site): string[] {
  return reported(site, '/exposed');
}

/**
 * @param until - when something else replaced the page, in milliseconds since the epoch.
 * @returns for how many milliseconds a page could be seen, from its own report on; 0 if it never could.
 */
export function seenFor(site: Site, until: number): number {
  const reports = site.visitsTo(WITNESS).map(({ at, url }) => ({ at, what: new URL(url).pathname }));
  const seen = reports.find(({ what }) => what === '/exposed');
  if (!seen) return 0;
  const covered = reports.find(({ at, what }) => what === '/covered' && at >= seen.at);
  return Math.max(0, Math.min(covered?.at ?? until, until) - seen.at);
}

/** @returns the addresses of pages that were restored from the back/forward cache. */
export function returns(site: Site): string[] {
  return reported(site, '/returned');
}

function reported(site: Site, what: string): string[] {
  return site
    .visitsTo(WITNESS)
    .map(({ url }) => new URL(url))
    .filter(({ pathname }) => pathname === what)
    .map(({ search }) => decodeURIComponent(search.slice(1)));
}
