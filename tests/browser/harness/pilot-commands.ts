/** Reads the documented pilot out of `docs/deployment.md`, and runs it on a device. */
import { readFileSync } from 'node:fs';
import type { Device } from './device.ts';

const BEGIN = '<!-- pilot:';
const END = '<!-- end of pilot -->';

/** One fenced block of the pilot: commands, or a file to write. */
export interface Block {
  language: 'sh' | 'json';
  text: string;
}

/** @returns the pilot's blocks in order. Throws if the marks are missing. */
export function pilotBlocks(path = 'docs/deployment.md'): Block[] {
  const document = readFileSync(path, 'utf8');
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${path} has lost the marks around its pilot`);
  const blocks = document.slice(begin, end).matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...blocks].map(([, language, text = '']) => {
    if (language !== 'sh' && language !== 'json') throw new Error(`The pilot has a block of ${language}`);
    return { language, text };
  });
}

/** Commands that fetch from the network or build, which a test machine has done already. */
const DONE_BEFORE = ['npm ci', 'npm run build'];

/**
 * Carries out the blocks: a line that begins with `sudo` as the administrator, any other as the ordinary user, a JSON block as the
 * `pilot.json` that the text has one write.
 * @returns the lines that were run.
 */
export function followPilot(device: Device, blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap(({ language, text }) =>
    language === 'json' ? [`cat > pilot.json <<'END'\n${text}END`] : text.trim().split('\n'),
  );
  const wanted = lines.filter((line) => !DONE_BEFORE.includes(line));
  for (const line of wanted) {
    if (line.startsWith('sudo ')) device.asAdministrator(line.slice('sudo '.length));
    else device.asUser(line);
  }
  return wanted;
}
