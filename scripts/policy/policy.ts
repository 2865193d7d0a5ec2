/** `npm run policy`: makes deployment files from a configuration, checks a policy file, and updates the table in the docs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { KIT_BROWSERS, KIT_PLATFORMS } from '../../utils/deploy/browsers.ts';
import { deploymentKit } from '../../utils/deploy/deployment-kit.ts';
import { type KitConfig, readKitConfig } from '../../utils/deploy/kit-config.ts';
import { fileBytes } from '../../utils/deploy/kit-file.ts';
import { FULL_LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { atNamedPath, BadFile, misuse, readNamedJson, readNamedText, runCommand } from '../command-line.ts';
import { explainPolicyFile } from './check-policy.ts';
import { describeKitProblem } from './describe-problem.ts';
import { withKeyTable } from './key-table.ts';
import { kitWords } from './kit-words.ts';
import { makeReadableFolder, writeReadable } from './write-readable.ts';

const USAGE = `npm run policy -- --config FILE --out DIR   make the files
npm run policy -- check FILE                check a policy file and explain it
npm run policy -- table                     renew the table of keys in docs/deploy/configuration.md
  --source FILE    where the browsers get their copy from: the kit-source.json that npm run pack wrote;
                   its lines take the place of those in the configuration
  --language ${FULL_LANGUAGES.join('|')}  language of messages (and of the files, if the configuration is silent)
Exit codes: 0 fine, 1 a file with an error in it, 2 used wrongly.`;

await runCommand({
  usage: USAGE,
  options: {
    config: { type: 'string' },
    out: { type: 'string' },
    source: { type: 'string' },
    language: { type: 'string', default: 'en' },
  },
  mostPositionals: 2,
  run({ values, positionals: [command, file] }) {
    const language = FULL_LANGUAGES.find((known): known is Language => known === values.language);
    if (!language) return misuse(`--language: ${FULL_LANGUAGES.join(' or ')} was expected`);
    switch (command) {
      case 'check':
        return check(file ?? misuse('check needs the name of a file'), values.source, language);
      case 'table':
        return table();
      case undefined:
        if (!values.config || !values.out) return misuse('--config FILE and --out DIR are needed');
        return make(values.config, values.source, values.out, language);
      default:
        return misuse(`"${command}" is not a command`);
    }
  },
});

function check(file: string, sourceFile: string | undefined, language: Language): number {
  const source = sourceFile === undefined ? {} : readObject(sourceFile);
  const { ok, lines } = explainPolicyFile(readNamedText(file), language, source);
  console.log(lines.join('\n'));
  return ok ? 0 : 1;
}

function make(configFile: string, sourceFile: string | undefined, out: string, language: Language): number {
  const config = readObject(configFile);
  const source = sourceFile === undefined ? {} : readObject(sourceFile);
  const read = readKitConfig({ language, ...config, ...source });
  for (const problem of read.problems) console.error(describeKitProblem(problem, language));
  if (!read.ok) return fail(`${configFile}: no files were made`);
  const root = resolve(out);
  const files = deploymentKit(read.config, kitWords());
  for (const file of files) {
    const target = join(root, file.path);
    if (!target.startsWith(root + sep)) throw new Error(`${file.path} leaves the folder`);
    atNamedPath(target, () => {
      makeReadableFolder(dirname(target));
      writeReadable(target, fileBytes(file), file.path.endsWith('.sh') ? 0o755 : 0o644);
    });
  }
  const left = leftFiles(read.config, root, new Set(files.map(({ path }) => path)));
  if (left.length > 0) {
    console.error(
      `${left.length} files of an earlier run are still in ${out}, such as ${left[0]}: do not use them, this configuration makes none.`,
    );
  }
  console.log(`${files.length} files in ${out}. Begin with README.txt.`);
  return 0;
}

/** @returns the files in a folder that another choice of browsers and platforms had made there. */
function leftFiles(config: KitConfig, root: string, made: ReadonlySet<string>): string[] {
  const whole = { ...config, browsers: [...KIT_BROWSERS], platforms: [...KIT_PLATFORMS] };
  return deploymentKit(whole, kitWords())
    .map(({ path }) => path)
    .filter((path) => !made.has(path) && existsSync(join(root, path)));
}

/** @returns the content of a JSON file. Throws `BadFile` if it is not an object. */
function readObject(file: string): object {
  const value = readNamedJson(file);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new BadFile(`${file}: an object in braces was expected`);
}

function table(): number {
  const path = new URL('../../docs/deploy/configuration.md', import.meta.url);
  writeFileSync(path, withKeyTable(readFileSync(path, 'utf8')));
  return 0;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
