/** Starts a browser in which a policy force-installs the extension and configures it by managed storage. */
import { join } from 'node:path';
import { serveCrx } from '../../../scripts/browser/crx.ts';
import { firefoxId } from '../../../scripts/browser/extension-folder.ts';
import { BROWSER, builtExtension, launch } from '../../../scripts/browser/open-browser.ts';
import { managedPolicy } from '../../../scripts/browser/policy.ts';
import type { BrowserSession, LaunchOptions } from '../../../scripts/browser/session.ts';
import type { Site } from '../../../scripts/browser/site/site.ts';
import { temporaryFolder } from '../../../scripts/browser/start-process.ts';
import { waitFor } from '../../../scripts/browser/wait.ts';
import { packXpi } from '../../../scripts/browser/xpi.ts';
import { installed } from './installed.ts';

/** The extension's managed keys. */
type Keys = Record<string, unknown>;

/** A policy that force-installs the build under test, for one or more starts of a browser. */
export interface ManagedInstall {
  /** Spread this into `launch`. */
  options: LaunchOptions;
  /** Replaces the managed keys. Chromium delivers them while it runs, Firefox at its next start. */
  configure(keys: Keys): void;
  remove(): void;
}

export interface Managed extends Pick<ManagedInstall, 'configure'> {
  browser: BrowserSession;
  close(): Promise<void>;
}

/**
 * @param more - other policies of the browser, in addition to those that install the extension.
 * @param restrictions - more keys for the extension's own entry in `ExtensionSettings`.
 */
export function managedInstall(
  site: Site,
  keys: Keys,
  more: Keys = {},
  restrictions: Keys = {},
): ManagedInstall {
  const extension = builtExtension();
  const packed =
    BROWSER === 'firefox' ? packForFirefox(extension) : packForChromium(site, extension, restrictions);
  const policy = managedPolicy(BROWSER, packed.policy(keys, more));
  return {
    options: {
      port: site.port,
      extension,
      installedBy: 'policy',
      ...(packed.id !== undefined && { id: packed.id }),
      wrapper: policy.wrapper,
      backgroundNetworking: true,
    },
    configure: (next) => policy.write(packed.policy(next, more)),
    remove: () => {
      policy.remove();
      packed.remove();
    },
  };
}

/** Starts a browser in which the policy force-installs the extension, and waits until it is installed. */
export async function underPolicy(site: Site, keys: Keys, more: Keys = {}): Promise<Managed> {
  const { options, configure, remove } = managedInstall(site, keys, more);
  try {
    const browser = await launch(options);
    await installed(browser);
    return {
      browser,
      configure,
      close: async () => {
        await browser.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Waits until an extension installed by policy answers. After that, the browser may be closed again. Throws after 30 s. */
export async function arrived(browser: BrowserSession): Promise<void> {
  await waitFor('the policy to install the extension', () => answers(browser), 30_000);
}

interface Packed {
  id?: string;
  policy(keys: Keys, more: Keys): object;
  remove(): void;
}

function packForChromium(site: Site, extension: string, restrictions: Keys): Packed {
  const { id, handler, updateUrl, remove } = serveCrx(extension);
  site.handle(handler);
  return {
    id,
    remove,
    policy: (keys, more) => ({
      ExtensionSettings: {
        [id]: { installation_mode: 'force_installed', update_url: updateUrl, ...restrictions },
      },
      // Without this, no debugger may inspect an extension that a policy installed.
      DeveloperToolsAvailability: 1,
      '3rdparty': { extensions: { [id]: keys } },
      ...more,
    }),
  };
}

function packForFirefox(extension: string): Packed {
  const temporary = temporaryFolder('xpi');
  const file = join(temporary.folder, 'extension.xpi');
  packXpi(extension, file);
  const id = firefoxId(extension);
  return {
    remove: temporary.remove,
    policy: (keys, more) => ({
      policies: {
        Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
        ExtensionSettings: {
          [id]: {
            installation_mode: 'force_installed',
            install_url: `file://${file}`,
            private_browsing: true,
          },
        },
        '3rdparty': { Extensions: { [id]: keys } },
        ...more,
      },
    }),
  };
}

async function answers(browser: BrowserSession): Promise<boolean> {
  const script = '(globalThis.browser ?? chrome).runtime.id';
  return Boolean(await browser.inExtension<string>(script).catch(() => false));
}
