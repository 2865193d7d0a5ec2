/**
 * `npm run dev`: runs WXT's development server, and a browser with the extension on the demo site. The browser loads every file that
 * is saved.
 */
import { resolve } from 'node:path';
import { createServer } from 'wxt';
import type { BrowserName } from './browser/find-browsers.ts';
import { ensureBrowsers, orSay } from './browser/install-browsers.ts';
import { launch } from './browser/open-browser.ts';
import { startSite } from './browser/site/site.ts';
import { argumentsOrExit } from './command-line.ts';
import { MARKET, market } from './demo/market.ts';
import { canShowWindow, untilClosed } from './demo/window.ts';

const { values } = argumentsOrExit({
  usage: `npm run dev                 rebuilds on every change, and shows the demo site in Chromium
npm run dev -- --firefox    the same in Firefox`,
  options: { firefox: { type: 'boolean', default: false } },
});
const name: BrowserName = values.firefox ? 'firefox' : 'chromium';
const target = values.firefox ? 'firefox' : 'chrome';

orSay(() => ensureBrowsers(name));
const site = await startSite(market);
// Starts its own browser instead of WXT's: it leads every address except the development server's to the demo site.
const server = await createServer({ browser: target, manifestVersion: 3, webExt: { disabled: true } });
await server.start();
const browser = await launch(
  {
    port: site.port,
    extension: resolve('.output', `${target}-mv3-dev`),
    visible: canShowWindow,
    switches: [`--host-resolver-rules=MAP * 127.0.0.1:${site.port}, EXCLUDE localhost`],
    preferences: { 'network.proxy.allow_hijacking_localhost': false },
  },
  name,
);
try {
  await browser.open(await browser.newTab(), MARKET);
  console.log(`${browser.version} shows ${MARKET}. Close it to end.`);
  console.log('The notice is generated at build time, so it is incomplete here: npm start shows all of it.');
  await untilClosed(browser);
} finally {
  await browser.close().catch(() => undefined);
  await server.stop();
  await site.close();
}
