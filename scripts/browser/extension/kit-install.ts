/** Deploys the build by policy, with exactly the file that the deployment kit makes for this browser on Linux. */
import { join } from 'node:path';
import { CHANNELS } from '../../../utils/deploy/channels.ts';
import { deploymentKit } from '../../../utils/deploy/deployment-kit.ts';
import { readKitConfig } from '../../../utils/deploy/kit-config.ts';
import { kitWords } from '../../policy/kit-words.ts';
import { type ServedExtension, serveCrx } from '../crx.ts';
import { BROWSER, builtExtension, launch } from '../open-browser.ts';
import { type ManagedPolicy, managedPolicy } from '../policy.ts';
import type { BrowserSession, LaunchOptions } from '../session.ts';
import type { Handler } from '../site/site.ts';
import { temporaryFolder } from '../start-process.ts';
import { packXpi } from '../xpi.ts';

/** The configuration to make the kit from. The kit installs the packed build. */
export interface KitWish {
  policy: Record<string, unknown>;
  companions?: Record<string, unknown>;
}

export interface KitInstall {
  /** Serves the files that the browser fetches to install the extension. Put it in front of the site's own handler. */
  handler: Handler;
  /** Writes the kit's file for this wish. It takes effect within seconds (Chromium) or at the next start (Firefox). */
  deploy(wish: KitWish): void;
  /** Writes the same file with a configuration of the extension that a kit would never write. */
  deployRaw(raw: unknown): void;
  /** Chromium: writes the configuration into a file of the recommended level, with other policies of the browser. */
  recommend(raw: unknown, more: Record<string, unknown>): void;
  /** Removes the file, as the kit's script does. */
  clear(): void;
  /** Firefox: replaces the kit's `policies.json` with its `policies-undo.json`. */
  deployUndo(): void;
  /** Launches the browser under the policy. */
  launch(
    options: Omit<LaunchOptions, 'extension' | 'installedBy' | 'id' | 'wrapper'>,
  ): Promise<BrowserSession>;
  remove(): void;
}

/** A kit that only configures the extension. */
const CONFIGURES_ONLY = {
  forceInstall: false,
  privateWindows: 'unchanged',
  profiles: false,
  tampering: false,
};

/**
 * Packs the build, makes the kit, and puts its file where only the browser under test sees it.
 * @param installedBy - `person`: the person installed the extension, and the policy only configures it.
 */
export function kitInstall(wish: KitWish, installedBy: 'policy' | 'person' = 'policy'): KitInstall {
  const folder = builtExtension();
  const forced = installedBy === 'policy';
  const packed: ServedExtension | null = forced && BROWSER === 'chromium' ? serveCrx(folder) : null;
  const temporary = temporaryFolder('xpi');
  const xpi = join(temporary.folder, 'extension.xpi');
  if (forced && !packed) packXpi(folder, xpi);

  const kitFile = (wanted: KitWish, path: string): Record<string, unknown> => {
    const read = readKitConfig({
      ...wanted,
      ...(!forced && { companions: { ...CONFIGURES_ONLY, ...wanted.companions } }),
      browsers: [BROWSER],
      platforms: ['linux'],
      ...(packed && { chromium: { channel: 'selfHosted', id: packed.id, updateUrl: packed.updateUrl } }),
      firefox: { installUrl: `file://${xpi}` },
    });
    if (!read.ok) throw new Error(`The kit refuses this wish: ${JSON.stringify(read.problems)}`);
    const file = deploymentKit(read.config, kitWords()).find((each) => each.path === path);
    return underTest(JSON.parse(file?.text ?? '') as Record<string, unknown>);
  };
  const id = packed?.id ?? (BROWSER === 'chromium' ? CHANNELS.selfHosted.id : null);
  const path = id ? 'linux/chromium/second-thought.json' : 'firefox/policies.json';
  const fileFor = (wanted: KitWish) => kitFile(wanted, path);
  // Firefox keeps a person's copy in the profile. Put there again, it would be installed a second time, during the start.
  let there = forced;
  const policy: ManagedPolicy = managedPolicy(BROWSER, fileFor(wish));

  return {
    handler: (visit, address) => packed?.handler(visit, address) ?? null,
    deploy: (next) => policy.write(fileFor(next)),
    deployRaw: (raw) => policy.write(withRaw(fileFor({ ...wish, policy: {} }), id, raw)),
    recommend: (raw, more) => policy.recommend(withRaw(more, id, raw)),
    clear: () => policy.clear(),
    deployUndo: () => policy.write(kitFile(wish, 'firefox/policies-undo.json')),
    launch: async (options) => {
      const session = await launch({
        ...options,
        extension: folder,
        installedBy: there ? 'policy' : 'profile',
        ...(packed && { id: packed.id }),
        wrapper: policy.wrapper,
        backgroundNetworking: forced,
      });
      there = forced || BROWSER === 'firefox';
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
 * Adds what only a test needs to the kit's file. It lets Firefox accept a build that Mozilla has not signed (as in a pilot,
 * docs/deployment.md), and lets the test inspect pages of a policy-installed extension, which Chromium otherwise forbids.
 */
function underTest(file: Record<string, unknown>): Record<string, unknown> {
  if (BROWSER === 'chromium') return { ...file, DeveloperToolsAvailability: 1 };
  const { Preferences = {}, ...policies } = file.policies as { Preferences?: object };
  const unsigned = { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } };
  return { policies: { ...policies, Preferences: { ...Preferences, ...unsigned } } };
}

function withRaw(file: Record<string, unknown>, id: string | null, raw: unknown): Record<string, unknown> {
  if (id) return { ...file, '3rdparty': { extensions: { [id]: raw } } };
  const policies = file.policies as Record<string, unknown>;
  return { policies: { ...policies, '3rdparty': { Extensions: { [CHANNELS.firefox.id]: raw } } } };
}
