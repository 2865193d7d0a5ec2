/** Deploys the build by policy, with the very file that the deployment kit makes for this browser on Linux. */
import { join } from 'node:path';
import { kitWords } from '../../../scripts/policy/words.ts';
import { CHANNELS } from '../../../utils/deploy/channels.ts';
import { deploymentKit } from '../../../utils/deploy/deployment-kit.ts';
import { readKitConfig } from '../../../utils/deploy/kit-config.ts';
import { type PackedExtension, packCrx } from './crx.ts';
import { BROWSER, builtExtension, launch } from './open-browser.ts';
import { type ManagedPolicy, managedPolicy } from './policy.ts';
import type { BrowserSession, LaunchOptions } from './session.ts';
import type { Handler } from './site.ts';
import { temporaryFolder } from './start-process.ts';
import { packXpi } from './xpi.ts';

/** What the kit is asked for; its source is the packed build. */
export interface KitWish {
  policy: Record<string, unknown>;
  companions?: Record<string, unknown>;
}

export interface ManagedInstall {
  /** Serves what the browser fetches for the installation; put it before the site's own handler. */
  handler: Handler;
  /** Writes the kit's file for this wish: in force within seconds (Chromium) or at the next start (Firefox). */
  deploy(wish: KitWish): void;
  /** The same file, but with another configuration of the extension, such as a kit would never write. */
  deployRaw(raw: unknown): void;
  /** Launches the browser under the policy and waits until the extension is there. */
  launch(
    options: Omit<LaunchOptions, 'extension' | 'installedBy' | 'id' | 'wrapper'>,
  ): Promise<BrowserSession>;
  remove(): void;
}

/** Packs the build, makes the kit and puts its file where only the browser under test sees it. */
export function managedInstall(wish: KitWish): ManagedInstall {
  const folder = builtExtension();
  const packed: PackedExtension | null = BROWSER === 'chromium' ? packCrx(folder) : null;
  const temporary = temporaryFolder('xpi');
  const xpi = join(temporary.folder, 'extension.xpi');
  if (!packed) packXpi(folder, xpi);

  const fileFor = (wanted: KitWish): Record<string, unknown> => {
    const read = readKitConfig({
      ...wanted,
      browsers: [BROWSER],
      platforms: ['linux'],
      ...(packed && { chromium: { channel: 'selfHosted', id: packed.id, updateUrl: packed.updateUrl } }),
      ...(!packed && { firefox: { installUrl: `file://${xpi}` } }),
    });
    if (!read.ok) throw new Error(`The kit refuses this wish: ${JSON.stringify(read.problems)}`);
    const path = packed ? 'linux/chromium/second-thought.json' : 'firefox/policies.json';
    const file = deploymentKit(read.config, kitWords()).find((each) => each.path === path);
    return underTest(JSON.parse(file?.text ?? '') as Record<string, unknown>);
  };
  const policy: ManagedPolicy = managedPolicy(BROWSER, fileFor(wish));

  return {
    handler: (visit, address) => packed?.handler(visit, address) ?? null,
    deploy: (next) => policy.write(fileFor(next)),
    deployRaw: (raw) => policy.write(withRaw(fileFor({ ...wish, policy: {} }), packed?.id ?? null, raw)),
    launch: async (options) => {
      const session = await launch({
        ...options,
        extension: folder,
        installedBy: 'policy',
        ...(packed && { id: packed.id }),
        wrapper: policy.wrapper,
        backgroundNetworking: true,
      });
      return session;
    },
    remove: () => {
      policy.remove();
      packed?.remove();
      temporary.remove();
    },
  };
}

/**
 * Beside the kit's own: Firefox takes a build that Mozilla has not signed (as in a pilot, docs/deployment.md), and Chromium lets
 * the test look at pages of an extension that a policy installed, which it refuses to everybody else.
 */
function underTest(file: Record<string, unknown>): Record<string, unknown> {
  if (BROWSER === 'chromium') return { ...file, DeveloperToolsAvailability: 1 };
  const preference = { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } };
  return { policies: { ...(file.policies as object), Preferences: preference } };
}

function withRaw(file: Record<string, unknown>, id: string | null, raw: unknown): Record<string, unknown> {
  if (id) return { ...file, '3rdparty': { extensions: { [id]: raw } } };
  const policies = file.policies as Record<string, unknown>;
  return { policies: { ...policies, '3rdparty': { Extensions: { [CHANNELS.firefox.id]: raw } } } };
}
