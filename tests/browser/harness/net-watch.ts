/**
 * Reports the network traffic that the extension caused, as recorded by the browser itself. The test site's log shows the traffic from
 * the other side.
 */
import { join } from 'node:path';
import { FirefoxSession } from '../../../scripts/browser/firefox-session.ts';
import { BROWSER } from '../../../scripts/browser/open-browser.ts';
import type { BrowserSession, LaunchOptions } from '../../../scripts/browser/session.ts';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';
import type { Caused } from './caused-traffic.ts';
import { readNetLog } from './chromium-net-log.ts';
import { heard, listen, namesLookedUp } from './firefox-net-watch.ts';

export interface NetWatch {
  /** Spread this into `launch`. Hints such as `preconnect` work as they do for a person. */
  options: Pick<LaunchOptions, 'switches' | 'preferences' | 'wrapper'>;
  /** Call this before the extension is installed. */
  begin(browser: BrowserSession): Promise<void>;
  /** Closes the browser. @returns what the extension caused since its installation. */
  end(browser: BrowserSession): Promise<Caused[]>;
}

/** @returns a watch for one browser. */
export function netWatch(): NetWatch {
  const temporary = temporaryFolder('net');
  const log = join(temporary.folder, 'log');
  return BROWSER === 'chromium'
    ? {
        options: { switches: [`--log-net-log=${log}`, '--net-log-capture-mode=IncludeSensitive'] },
        begin: async () => undefined,
        end: async (browser) => {
          const origin = browser.base.replace(/\/$/, '');
          await browser.close();
          const caused = readNetLog(log, origin);
          temporary.remove();
          return caused;
        },
      }
    : {
        options: {
          preferences: {
            'network.dns.disablePrefetch': false,
            'network.http.speculative-parallel-limit': 6,
            'network.prefetch-next': true,
          },
          wrapper: ['env', 'MOZ_LOG=nsHostResolver:5', `MOZ_LOG_FILE=${log}`],
        },
        begin: (browser) => listen(firefox(browser)),
        end: async (browser) => {
          const caused = await heard(firefox(browser), browser.base.replace(/\/$/, ''));
          await browser.close();
          const names = namesLookedUp(log).map((address) => ({ by: 'name', address }));
          temporary.remove();
          return [...caused, ...names];
        },
      };
}

function firefox(browser: BrowserSession): FirefoxSession {
  if (!(browser instanceof FirefoxSession)) throw new Error(`${browser.name} is not Firefox`);
  return browser;
}
