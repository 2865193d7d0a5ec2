/** Makes the software bill of materials of a release (CycloneDX). It is the same for the same commit. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Licensed } from './licenses.ts';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  [field: string]: unknown;
}

interface Bom {
  serialNumber?: string;
  metadata: { component: Component; [field: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
  [field: string]: unknown;
}

/** @returns what `npm sbom` says about the lockfile in `root`: every package, with its digest. */
export function npmBom(root: string): Bom {
  const words = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const shell = process.platform === 'win32';
  return JSON.parse(
    execFileSync('npm', words, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as Bom;
}

/**
 * @param all - the bill of the whole lockfile.
 * @param bundled - what is in the packages. The rest are tools.
 * @param product - from package.json.
 * @returns the bill as text, with bundled packages only. It leaves out the time, the random number and the folder's name that npm
 *   writes, and addresses of registries. Throws if a bundled package is not in the lockfile.
 */
export function billOfMaterials(
  all: Bom,
  bundled: readonly Licensed[],
  product: { name: string; version: string },
): string {
  const components = bundled.map(({ name, version }) => {
    const found = all.components.find((one) => one.name === name && one.version === version);
    if (!found) throw new Error(`${name} ${version} is bundled, but the lockfile does not have it.`);
    const { externalReferences: _addresses, properties: _folders, ...rest } = found;
    return { ...rest, scope: 'required' };
  });
  const refs = new Set(components.map((one) => one['bom-ref']));
  const root = `${product.name}@${product.version}`;
  const edges = all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)).sort() }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const { externalReferences: _none, properties: _private, ...component } = all.metadata.component;
  const bill = {
    $schema: all.$schema,
    bomFormat: all.bomFormat,
    specVersion: all.specVersion,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        ...component,
        'bom-ref': root,
        type: 'application',
        name: product.name,
        version: product.version,
      },
    },
    components,
    dependencies: [{ ref: root, dependsOn: [...refs].sort() }, ...edges],
  };
  const digest = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const { $schema, bomFormat, specVersion, ...rest } = bill;
  return `${JSON.stringify({ $schema, bomFormat, specVersion, serialNumber: `urn:uuid:${uuid(digest)}`, ...rest }, null, 1)}\n`;
}

/** Makes a UUID of version 8 (RFC 9562), whose 122 bits are free to choose; here they come from the content's digest. */
function uuid(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
