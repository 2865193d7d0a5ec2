/** Tests the matrix, first half: in whatever form a listed address is written, the notice is shown and the site receives no request. */
import { after, before, beforeEach, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { intercepted } from '../../scripts/browser/extension/notice-seen.ts';
import { builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import type { BrowserSession } from '../../scripts/browser/session.ts';
import { classifieds } from '../../scripts/browser/site/classifieds.ts';
import { CHECK_ADDRESS, listedHosts, listedSection } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';

const [host = '', other = '', third = ''] = listedHosts(3);
const section = listedSection();
const fullWidth = [...host].map((letter) =>
  /[a-z0-9]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter,
);

const ADDRESSES: Record<string, string> = {
  'the check address': CHECK_ADDRESS,
  http: `http://${host}/`,
  https: `https://${host}/`,
  'another listed host': `https://${other}/`,
  'a third listed host': `http://${third}/ads`,
  'upper case': `HTTP://${host.toUpperCase()}/`,
  'explicit port, http': `http://${host}:8080/`,
  'explicit port, https': `https://${host}:8443/`,
  'user and password': `https://user:password@${host}/`,
  'user and password with a port': `http://user:pass%40word@${host}:8080/ads`,
  'trailing dot': `http://${host}./`,
  'trailing dot, subdomain, https': `https://www.${host}./ads`,
  subdomain: `http://www.${host}/`,
  'deep subdomain': `https://a.b.c.${host}/`,
  'deep path': `https://${host}/city/region/ads/2026/11/21/page-7.html?sort=new&page=2#top`,
  'very long address': `https://${host}/${'long/'.repeat(6_000)}?q=${'x'.repeat(10_000)}`,
  'odd characters': `https://${host}/%00%ff/'"<script>alert(1)</script>?a=%23#<b>`,
  'internationalised subdomain': `https://bücher.${host}/`,
  'punycode subdomain': `http://xn--bcher-kva.${host}/`,
  'full-width letters': `http://${fullWidth.join('')}/`,
  'a section of a general site': section.listed,
  'a section, upper case, with a port': section.listed
    .replace(/^https:\/\/[^/]+/, (origin) => `${origin.toUpperCase()}:8443`)
    .replace(/\/[^/]*$/, (rest) => rest.toUpperCase()),
};

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite(classifieds(() => true));
  browser = await launch({ port: site.port, extension: builtExtension(), sharedProcesses: true });
  await guardRegistered(browser);
});
after(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(() => site.forget());

for (const [name, address] of Object.entries(ADDRESSES)) {
  test(`address: ${name}`, async () => {
    const tab = await browser.newTab();
    await browser.open(tab, address);
    await intercepted(browser, tab, site, new URL(address).hostname.replace(/\.$/, ''));
    await browser.closeTab(tab);
  });
}
