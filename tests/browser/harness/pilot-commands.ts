/** Reads documented procedures, such as the pilot in `docs/deployment.md`, and runs them on a device. */
import { readFileSync } from 'node:fs';
import type { Device } from './device.ts';

/** One fenced block of a procedure: commands, or a file to write. */
export interface Block {
  language: 'sh' | 'json';
  text: string;
}

/** @returns the pilot's blocks in order. Throws if the marks are missing. */
export const pilotBlocks = (): Block[] => documentedBlocks('docs/deployment.md', 'pilot');

/** @returns the blocks between `<!-- NAME: … -->` and `<!-- end of NAME -->`, in order. Throws if the marks are missing. */
export function documentedBlocks(path: string, name: string): Block[] {
  const document = readFileSync(path, 'utf8');
  const begin = document.indexOf(`<!-- ${name}:`);
  const end = document.indexOf(`<!-- end of ${name} -->`);
  if (begin < 0 || end < begin) throw new Error(`${path} has lost the marks around its ${name}`);
  const blocks = document.slice(begin, end).matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].map(([, language, text = '']) => {
    if (language !== 'sh' && language !== 'json') throw new Error(`The ${name} has a block of ${language}`);
    return { language, text };
  });
}

/** Commands that a test has done already: they fetch from the network, choose the code or build it. */
const DONE_BEFORE = /^(?:npm ci|npm run build|git checkout \S+)$/;

/**
 * Runs the blocks: a line that begins with `sudo` as the administrator, any other line as the ordinary user. Writes a JSON block to
 * `pilot.json`, as the text says.
 * @returns the lines that were run.
 */
export function followPilot(device: Device, blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(({ language, text }) =>
    language === 'json' ? [`cat > pilot.json <<'END'\n${text}END`] : text.trim().split('\n'),
  );
  const wanted = lines.filter((line) => !DONE_BEFORE.test(line));
  for (const line of wanted) {
    if (line.startsWith('sudo ')) device.asAdministrator(line.slice('sudo '.length));
    else device.asUser(line);
  }
  return wanted;
}
