/**
 * The notice's first script, without modules or storage: the way out, and a clean location bar. On the page for any place it runs
 * before the first paint and says language and variant; a page made for one place has them, and it follows the
 * first frame. Once that frame is out it starts the notice's module, which would only delay it.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addressIn, withoutAddress } from '../utils/pattern/covered-address.ts';
import { setDocumentLanguage } from '../utils/words/document-language.ts';

interface TrustMaker {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** A machine may be slow, and a browser may report no paint (milliseconds). */
const NO_LONGER_THAN = 1_000;

export default defineUnlistedScript(() => {
  const root = document.documentElement;
  const { dataset } = root;
  const query = new URLSearchParams(location.search);
  const known = document.currentScript?.dataset ?? {};

  // A framed copy of the notice could be made to click on itself; it stays blank.
  if (top !== self) root.replaceChildren();

  // A page that was made for its place and language has both already, and its look.
  if (!dataset.page) {
    const languages = (known.languages ?? 'en').split(' ');
    const wished = [query.get('l'), ...navigator.languages].map((tag) => tag?.split('-')[0]);
    const language = wished.find((tag) => tag && languages.includes(tag)) ?? 'en';
    setDocumentLanguage(root, language);
    dataset.variant = String(Math.floor(Math.random() * 4));
  }

  // The covered address leaves the location bar; a reload finds it in the history entry's state.
  const clean = () => {
    const address = addressIn(location);
    // Written again in any case: Chromium does not go forward to an extension page's history entry that another page has created.
    if (address === null) history.replaceState(history.state, '');
    else history.replaceState({ address }, '', location.pathname + withoutAddress(location));
  };
  clean();
  // An address with a fragment of its own hides the region from `:target`.
  if (dataset.page) {
    const named = document.getElementById(location.hash.slice(1));
    // On the page for any country it is the helpline of the reader's, or its mark for a law that comes later.
    const line = named?.closest<HTMLElement>('[data-helpline]');
    (line ?? named)?.setAttribute('data-shown', '');
    if (line) dataset.country = line.dataset.helpline;
    if (named?.className === 'law-later') dataset.later = '';
  }
  // A tab that shows the notice already and is sent to it again only changes its fragment.
  addEventListener('hashchange', clean);

  const leave = () => {
    // The module, once it is there, tells the worker.
    dispatchEvent(new Event('leave'));
    root.replaceChildren();
    // A tab with no other page in its history closes; where it cannot, the neutral page follows.
    if (history.length === 1) close();
    location.replace(dataset.neutral ?? 'about:blank');
  };
  let escapes = 0;
  addEventListener('keydown', ({ key }) => {
    escapes = key === 'Escape' ? escapes + 1 : 0;
    if (escapes === 3) leave();
  });
  addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-leave]')) leave();
    // A press before the module is there is kept for it.
    if ((target as Element).closest('#get-help')) dataset.asked = 'help';
  });

  let begun = false;
  const complete = () => {
    const { module } = known;
    if (begun || !module) return;
    begun = true;
    // Where an address names a part of the page, no browser gives the way out the focus, and Chromium takes it away.
    if (dataset.page && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-leave]')?.focus({ preventScroll: true });
    if (known.sheet) {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = known.sheet;
      document.head.append(sheet);
    }
    const script = document.createElement('script');
    script.type = 'module';
    // The address the build wrote into the page, and no other (`scripts/build/trust.ts`).
    const { trustedTypes } = globalThis as { trustedTypes?: TrustMaker };
    const trust = trustedTypes?.createPolicy('notice-module', { createScriptURL: () => module });
    script.src = trust?.createScriptURL('') ?? module;
    root.append(script);
  };
  const whenParsed = () => {
    // A tab that nobody sees draws no frame.
    if (document.hidden) complete();
    else setTimeout(complete, NO_LONGER_THAN);
  };
  new PerformanceObserver(complete).observe({ type: 'paint', buffered: true });
  // On a page of a place parsing does not wait for this script, and may have ended before it.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', whenParsed);
  else whenParsed();
});
