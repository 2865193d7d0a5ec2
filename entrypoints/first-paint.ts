/**
 * The notice's first script, without modules or storage: handles the way out and takes the covered address out of the location bar.
 * On the page for any place it runs before the first paint and sets language and variant. A page made for one place has both
 * already, so there it runs after the first frame. After the first frame it loads the notice's module, which would delay that frame.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addressIn, withoutAddress } from '../utils/pattern/covered-address.ts';
import { setDocumentLanguage } from '../utils/words/document-language.ts';

interface TrustMaker {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

/** The longest wait for the first paint (milliseconds): a machine may be slow, and a browser may report no paint. */
const NO_LONGER_THAN = 1_000;

export default defineUnlistedScript(() => {
  const root = document.documentElement;
  const { dataset } = root;
  const query = new URLSearchParams(location.search);
  const known = document.currentScript?.dataset ?? {};

  // A framed notice stays blank: the framing page could steal a click.
  if (top !== self) root.replaceChildren();

  // A page made for one place and language already has its language and variant.
  if (!dataset.page) {
    const languages = (known.languages ?? 'en').split(' ');
    const wished = [query.get('l'), ...navigator.languages].map((tag) => tag?.split('-')[0]);
    const language = wished.find((tag) => tag && languages.includes(tag)) ?? 'en';
    setDocumentLanguage(root, language);
    dataset.variant = String(Math.floor(Math.random() * 4));
  }

  // Moves the covered address from the location bar into the history entry's state, where a reload finds it.
  const clean = () => {
    const address = addressIn(location);
    // Always rewrites the entry: Chromium does not go forward to an extension page's history entry that another page created.
    if (address === null) history.replaceState(history.state, '');
    else history.replaceState({ address }, '', location.pathname + withoutAddress(location));
  };
  clean();
  // If the covered address has a fragment of its own, `:target` does not match the region.
  if (dataset.page) {
    const named = document.getElementById(location.hash.slice(1));
    // On the page for any country it is the helpline of the reader's country, or the mark that reserves space for its law.
    const line = named?.closest<HTMLElement>('[data-helpline]');
    (line ?? named)?.setAttribute('data-shown', '');
    if (line) dataset.country = line.dataset.helpline;
    if (named?.className === 'law-later') dataset.later = '';
  }
  // If a tab that already shows the notice is sent to it again, only the fragment changes.
  addEventListener('hashchange', clean);

  const leave = () => {
    // The module, once loaded, listens for this and tells the worker.
    dispatchEvent(new Event('leave'));
    root.replaceChildren();
    // A tab with no other page in its history closes. If it cannot, it goes to the neutral page.
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
    // Remembers a press for the module, which may not have loaded yet.
    if ((target as Element).closest('#get-help')) dataset.asked = 'help';
  });

  let begun = false;
  const complete = () => {
    const { module } = known;
    if (begun || !module) return;
    begun = true;
    // If the address names a part of the page, browsers do not focus the way out, and Chromium takes the focus away from it.
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
    // Allows only the script that the build wrote into the page (`scripts/build/trust.ts`).
    const { trustedTypes } = globalThis as { trustedTypes?: TrustMaker };
    const trust = trustedTypes?.createPolicy('notice-module', { createScriptURL: () => module });
    script.src = trust?.createScriptURL('') ?? module;
    root.append(script);
  };
  const whenParsed = () => {
    // A hidden tab draws no frame.
    if (document.hidden) complete();
    else setTimeout(complete, NO_LONGER_THAN);
  };
  new PerformanceObserver(complete).observe({ type: 'paint', buffered: true });
  // On a page made for one place, parsing does not wait for this script and may already have ended.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', whenParsed);
  else whenParsed();
});
