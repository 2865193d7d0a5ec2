/** Gathers whose code is in the packages, and under which terms: the license texts that must be included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code is bundled. */
export interface Licensed {
  name: string;
  version: string;
  /** SPDX expression. */
  license: string;
  /** Where its source is, for licenses that require this. */
  source: string;
  text: string;
}

/** The file's name in every package. */
export const LICENSES_FILE = 'third-party-licenses.txt';

/** Packages published without a license file. The other package comes from the same repository and has it. */
const SAME_REPOSITORY: Readonly<Record<string, string>> = { wxt: '@wxt-dev/webextension-polyfill' };

/** Licenses that require only a pointer instead of the whole text (MPL 2.0, section 3.2 and exhibit A). */
const POINTER: Readonly<Record<string, string>> = {
  'MPL-2.0':
    'This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. ' +
    'If a copy of the MPL was not distributed with this file, you can obtain one at https://mozilla.org/MPL/2.0/.',
};

/**
 * @param folder - a package in `node_modules`.
 * @returns its terms. Throws if it names no license or has no text: such code may not be shipped.
 */
export function readLicensed(folder: string): Licensed {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    repository?: string | { url?: string };
  };
  if (!about.license) throw new Error(`${about.name} names no license in its package.json.`);
  const other = SAME_REPOSITORY[about.name];
  const text = licenseText(folder) ?? (other && licenseText(folder.slice(0, -about.name.length) + other));
  if (!text)
    throw new Error(
      `${about.name} carries no license text; scripts/release/licenses.ts needs to know where it is.`,
    );
  const repository = typeof about.repository === 'string' ? about.repository : (about.repository?.url ?? '');
  return {
    name: about.name,
    version: about.version,
    license: about.license,
    source: webAddress(repository),
    text: text.replaceAll('\r\n', '\n').trim(),
  };
}

/** @returns the text in every package: short if a license allows a pointer, because packages have a size limit. */
export function packagedNotice(packages: readonly Licensed[]): string {
  const parts = packages.map(({ name, version, license, source, text }) => {
    const pointer = POINTER[license];
    return section(name, version, license, pointer ? `${pointer}\nSource: ${source}` : text);
  });
  return `This extension contains code of others.\n\n${parts.join('\n')}`;
}

/** A list that is evidence for entries, as `data/list/sources.json` names it. */
export interface ListSource {
  title: string;
  date: string;
  licence: string;
}

/** @returns the notices of a release: every license text in full, and the lists that are evidence for entries. */
export function fullNotice(packages: readonly Licensed[], sources: readonly ListSource[]): string {
  const code = packages.map(({ name, version, license, source, text }) =>
    section(name, version, license, `Source: ${source}\n\n${text}`),
  );
  const lists = sources.map(({ title, date, licence }) => `- ${title} (${date}): ${licence}`);
  return [
    'Code of others in the packages\n',
    ...code,
    'Sources of the list\n',
    'data/list/sources.json says what each was used for.',
    ...lists,
    '',
  ].join('\n');
}

function section(name: string, version: string, license: string, text: string): string {
  return `## ${name} ${version} (${license})\n\n${text}\n`;
}

function licenseText(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8') : null;
}

function webAddress(repository: string): string {
  const address = repository
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/^git:/, 'https:');
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address)?.[1];
  return short ? `https://github.com/${short}` : address.replace(/^ssh:\/\/git@/, 'https://');
}
