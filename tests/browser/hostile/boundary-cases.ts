/**
 * Lists what an unlisted page tries against the extension's pages and files, and the results. own-pages.test.ts and undetected.test.ts
 * try it.
 */

export interface BoundaryCase {
  /** The row's name in `docs/security.md`. */
  name: string;
  /** The title of the test. */
  test: string;
  /** "held" by default. */
  chromium?: string;
  firefox?: string;
}

const UNSEEN = 'an unlisted page cannot tell that we are here: by addresses, traces, messages or styles';

/** The title of the test that measures time. */
export const BY_TIME = 'what we cannot hold: Chromium takes longer to refuse our files than those of nobody';

export const boundaryCases: readonly BoundaryCase[] = [
  {
    name: 'frames the notice, to steal a click (clickjacking)',
    test: 'a framed notice shows nothing and does nothing: in a web page, in a page of ours',
  },
  {
    name: 'puts markup, code or another scheme into the notice’s address',
    test: 'what stands in the fragment is an address to be matched, or nothing',
  },
  {
    name: 'asks for our files: request, picture, script, style sheet',
    test: UNSEEN,
    firefox: 'held, but for the notice if the page knows our address (see below)',
  },
  { name: 'looks for traces of us: names, attributes, entries of its own performance record', test: UNSEEN },
  { name: 'looks for somebody to send messages to', test: UNSEEN },
  {
    name: 'opens a listed address in a window and asks whether it is closed',
    test: 'a window that an unlisted page opened on a listed address: closed to its opener in Firefox alone',
    firefox: 'told apart: it reads as closed, as a page does that cuts its opener off (see below)',
  },
  {
    name: 'has a content security policy report what became of a frame or a form (`frame-src`, `form-action`)',
    test: 'a content security policy with reports tells nothing of what we did',
  },
  {
    name: 'measures how long our files take to be refused',
    test: BY_TIME,
    chromium: 'told apart: ours take longer in 59 to 79 of 100 comparisons',
    firefox: 'not tried: our address is drawn at random',
  },
];
