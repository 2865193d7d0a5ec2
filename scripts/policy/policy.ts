/** `npm run policy`: makes deployment files from a configuration, checks a policy file, renews the table in the docs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { deploymentKit, fileBytes } from '../../utils/deploy/deployment-kit.ts';
import { readKitConfig } from '../../utils/deploy/kit-config.ts';
import { LANGUAGES, type Language } from '../../utils/policy/types.ts';
import { explainPolicyFile } from './check-policy.ts';
import { describeKitProblem } from './describe-problem.ts';
import { withKeyTable } from './key-table.ts';
import { kitWords } from './words.ts';

const USAGE = `npm run policy -- --config FILE --out DIR   make the files
npm run policy -- check FILE                check a policy file and explain it
npm run policy -- table                     renew the table of keys in docs/deployment.md
  --language en|es                          language of messages (and of the files, if the configuration is silent)`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      out: { type: 'string' },
      language: { type: 'string', default: 'en' },
      help: { type: 'boolean' },
    },
  });
  const language = LANGUAGES.find((known): known is Language => known === values.language);
  if (!language) return fail(`--language: ${LANGUAGES.join(' or ')} was expected`);
  const [command, file] = positionals;
  if (command === 'check' && file) return check(file, language);
  if (command === 'table') return table();
  if (command === undefined && values.config && values.out) return make(values.config, values.out, language);
  console.log(USAGE);
  return values.help ? 0 : 2;
}

function check(file: string, language: Language): number {
  const { ok, lines } = explainPolicyFile(readFileSync(file, 'utf8'), language);
  console.log(lines.join('\n'));
  return ok ? 0 : 1;
}

function make(configFile: string, out: string, language: Language): number {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(configFile, 'utf8'));
  } catch (error) {
    return fail(`${configFile}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const withLanguage = isObject(raw) && !('language' in raw) ? { ...raw, language } : raw;
  const read = readKitConfig(withLanguage);
  for (const problem of read.problems) console.error(describeKitProblem(problem, language));
  if (!read.ok) return fail(`${configFile}: no files were made`);
  const root = resolve(out);
  const files = deploymentKit(read.config, kitWords());
  for (const file of files) {
    const target = join(root, file.path);
    if (!target.startsWith(root + sep)) throw new Error(`${file.path} leaves the folder`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, fileBytes(file), { mode: file.path.endsWith('.sh') ? 0o755 : 0o644 });
  }
  console.log(`${files.length} files in ${out}. Begin with README.txt.`);
  return 0;
}

function table(): number {
  const path = new URL('../../docs/deployment.md', import.meta.url);
  writeFileSync(path, withKeyTable(readFileSync(path, 'utf8')));
  return 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

process.exitCode = main();
