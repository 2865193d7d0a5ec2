/**
 * Tests what a browser as shipped sends to a listed page before the notice. Neither browser sends an HTTP request. Chromium connects in
 * advance, and names the host in the first message of TLS, unless a policy forbids it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { guardRegistered } from '../../scripts/browser/extension/guard-registered.ts';
import { seeNotice } from '../../scripts/browser/extension/notice-seen.ts';
import { closeWelcome } from '../../scripts/browser/extension/take-pass.ts';
import { BROWSER, builtExtension, launch } from '../../scripts/browser/open-browser.ts';
import { type ManagedPolicy, managedPolicy } from '../../scripts/browser/policy.ts';
import type { BrowserSession, Tab } from '../../scripts/browser/session.ts';
import { plainPage } from '../../scripts/browser/site/classifieds.ts';
import { listedHosts } from '../../scripts/browser/site/listed.ts';
import { type Site, startSite } from '../../scripts/browser/site/site.ts';
import { waitFor } from '../../scripts/browser/wait.ts';

const START = 'start.example.com';

/** The ways to a listed page. Each has its own host. */
const WAYS: Readonly<Record<string, (tab: Tab, host: string) => Promise<unknown>>> = {
  typed: (tab, host) => browser.open(tab, `https://${host}/ads`),
  'by a link': async (tab, host) => {
    await browser.open(tab, `https://${START}/?${host}`);
    await browser.click(tab, 'The link');
  },
  'by a script': async (tab, host) => {
    await browser.open(tab, `https://${START}/?${host}`);
    await browser.evaluate(tab, `void (location.href = 'https://${host}/ads')`);
  },
};
const hosts = listedHosts(Object.keys(WAYS).length);

/** Policies that forbid it, as `docs/security.md` names them. */
const FORBIDDEN_AHEAD = {
  chromium: { NetworkPredictionOptions: 2 },
  firefox: { policies: { NetworkPrediction: false } },
};
const NO_POLICY = { chromium: {}, firefox: { policies: {} } };

let site: Site;
let browser: BrowserSession;

before(async () => {
  site = await startSite((_visit, { search }) => ({
    body: plainPage(`<h1>Start</h1><a href="https://${search.slice(1)}/ads">The link</a>`),
  }));
});
after(() => site?.close());

for (const [name, policies, ahead] of [
  ['as shipped', NO_POLICY, BROWSER === 'chromium'],
  ['with connecting ahead forbidden by policy', FORBIDDEN_AHEAD, false],
] as const) {
  describe(name, () => {
    let policy: ManagedPolicy;
    before(async () => {
      policy = managedPolicy(BROWSER, policies[BROWSER]);
      browser = await launch({
        port: site.port,
        extension: builtExtension(),
        asShipped: true,
        wrapper: policy.wrapper,
      });
      await guardRegistered(browser);
      await closeWelcome(browser);
    });
    after(async () => {
      await browser?.close();
      policy?.remove();
    });

    for (const [index, [way, go]] of Object.entries(WAYS).entries()) {
      const host = hosts[index] ?? '';
      // Each test has its own control host, because a browser keeps a connection for later requests.
      const control = `control-${index}.example.com`;
      test(`${way}: no request, and ${ahead ? 'a connection that names the host' : 'no connection'}`, async () => {
        site.forget();
        const tab = await browser.newTab();
        await go(tab, host);
        await seeNotice(browser, tab);
        // Requests a control host after the listed page. Once that has arrived, whatever was sent before it has arrived too.
        await browser.open(tab, `https://${control}/`);
        await waitFor('the control', () => site.visitsTo(control).length > 0);
        assert.ok(site.greeted.includes(control), 'the witness sees no connection');
        assert.deepEqual(site.visitsTo(host), []);
        const connected = () => [...site.greeted, ...site.tunnels].includes(host);
        if (ahead) await waitFor('the connection', connected);
        else assert.ok(!connected(), 'a connection went out');
        await browser.closeTab(tab);
      });
    }
  });
}
