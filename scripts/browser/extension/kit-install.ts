/** Deploys the build by policy, with the very file that the deployment kit makes for this browser on Linux. */
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

/** The wanted configuration of the kit; its source is the packed build. */
export interface KitWish {
  policy: Record<string, unknown>;
  companions?: Record<string, unknown>;
}

export interface KitInstall {
  /** Serves what the browser fetches for the installation; put it before the site's own handler. */
  handler: Handler;
  /** Writes the kit's file for this wish: in force within seconds (Chromium) or at the next start (Firefox). */
  deploy(wish: KitWish): void;
  /** The same file, but with another configuration of the extension, such as a kit would never write. */
  deployRaw(raw: unknown): void;
  /** Chromium: the same configuration in a file of the recommended level, with other policies of the browser. */
  recommend(raw: unknown, more: Record<string, unknown>): void;
  /** Takes the file away, as the kit's script does. */
  clear(): void;
  /** Firefox: puts the kit's `policies-undo.json` in the place of its `policies.json`. */
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
 * Packs the build, makes the kit and puts its file where only the browser under test sees it.
 * @param installedBy - `person`: the copy is the person's own, and the policy only configures it.
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
  // A person's copy stays in Firefox's profile; put there again it would be installed again, during the start.
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
 * Next to the kit's own: Firefox takes a build that Mozilla has not signed (as in a pilot, docs/deployment.md), and Chromium lets
 * the test look at pages of an extension that a policy installed, which it refuses to everybody else.
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
