/** Opens a browser, a site full of hostile pages, and a service worker that serves them although their host is listed. */
import assert from 'node:assert/strict';
import { guardRegistered } from '../../../scripts/browser/extension/guard-registered.ts';
import { closeWelcome } from '../../../scripts/browser/extension/take-pass.ts';
import { builtExtension, launch } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession, Tab } from '../../../scripts/browser/session.ts';
import { plainPage } from '../../../scripts/browser/site/classifieds.ts';
import { listedHosts, listedSection } from '../../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../../scripts/browser/site/site.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';
import { hostilePage, REPORT_HOST, typeOf, type Way } from './attack.ts';
import { everyAttack } from './every-attack.ts';
import { watch } from './watch.ts';

export interface Arena {
  site: Site;
  browser: BrowserSession;
  /** The address of an attack's page. */
  address(name: string, way: Way): string;
  /** What a page reported when its attack began: empty if it worked, otherwise the error; null if it reported nothing. */
  report(name: string): string | null;
  close(): Promise<void>;
}

const [host = ''] = listedHosts(1);
const section = listedSection();
const listedPath = new URL(section.listed).pathname;

const place = (name: string) => everyAttack.findIndex((each) => each.name === name);
const address = (name: string, way: Way) =>
  way === 'first'
    ? `https://${host}/attack/${place(name)}`
    : // Each round has its own host, so that nothing left over from one round is mistaken for part of the next.
      `https://a${place(name)}.${section.host}/attack/${place(name)}`;

const WORKER = `const pages = ${JSON.stringify(everyAttack.map((attack) => [hostilePage(attack, 'first', listedPath), typeOf(attack)]))};
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
self.addEventListener('fetch', (event) => {
  const { host, pathname } = new URL(event.request.url);
  const page = host === location.host ? pages[pathname.split('/attack/')[1]] : undefined;
  if (page) event.respondWith(new Response(page[0], { headers: { 'content-type': page[1] } }));
});`;

/** Opens the browser. Installs the service worker before the extension, as on a machine where the extension is installed later. */
export async function openArena(): Promise<Arena> {
  const site = await startSite((visit, { pathname }) => {
    if (visit.host === 'nothing.test') return { status: 204 };
    if (visit.host === REPORT_HOST) return { status: 204 };
    if (visit.host.endsWith(section.host)) {
      const attack = everyAttack[Number(pathname.split('/attack/')[1])];
      return attack
        ? { headers: { 'content-type': typeOf(attack) }, body: hostilePage(attack, 'late', listedPath) }
        : { body: plainPage('<h1>General site</h1>') };
    }
    if (visit.host !== host) return { body: plainPage('<h1>Elsewhere</h1>') };
    if (pathname === '/worker.js') return { headers: { 'content-type': 'text/javascript' }, body: WORKER };
    return { body: plainPage('Start', `<script>navigator.serviceWorker.register('/worker.js')</script>`) };
  });
  const browser = await launch({ port: site.port });
  const tab = await browser.newTab();
  await browser.open(tab, `https://${host}/start`);
  await waitFor('the service worker', () =>
    browser.evaluate<boolean>(
      tab,
      'navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))',
    ),
  );
  await browser.open(tab, address(everyAttack[0]?.name ?? '', 'first'));
  await seesPages(browser, tab);
  await browser.closeTab(tab);
  await browser.install(builtExtension());
  await guardRegistered(browser);
  await closeWelcome(browser);
  site.forget();
  const close = async () => {
    await browser.close();
    await site.close();
  };
  const report = (name: string) => {
    const told = site.visitsTo(REPORT_HOST).filter(({ url }) => new URL(url).pathname === `/${place(name)}`);
    return told.length > 0 ? told.map(({ body }) => body).join('') : null;
  };
  return { site, browser, address, report, close };
}

/** Checks that the watch sees such a page without the extension, so that it would see it with the extension too. */
async function seesPages(browser: BrowserSession, tab: Tab): Promise<void> {
  const picture = await watch(browser, tab);
  try {
    await waitFor('an uncovered page to be seen', async () =>
      (await picture.seen()).some((share) => share > 0.5),
    );
  } finally {
    assert.ok((await picture.stop()).length > 0);
  }
}
