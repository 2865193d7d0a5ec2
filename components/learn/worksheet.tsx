/** Shows prompts to answer in writing: fields on the screen; the typed words or empty lines on paper. Nothing is stored. */
import { useState } from 'preact/hooks';
import type { Block } from '../../utils/learn/types.ts';
import type { Tools } from './tools.ts';

type WriteBlock = Extract<Block<string>, { kind: 'write' }>;

export function Worksheet({ block, tools }: { block: WriteBlock; tools: Tools }) {
  return (
    <div class="worksheet">
      <p class="note screen-only">{tools.page('sheet-private')}</p>
      {block.prompts.map((prompt) => (
        <Prompt key={prompt} label={tools.say(prompt)} lines={block.lines} />
      ))}
    </div>
  );
}

function Prompt({ label, lines }: { label: string; lines: number }) {
  const [typed, setTyped] = useState('');
  return (
    <div class="prompt">
      <label>
        {label}
        <textarea
          rows={lines + 1}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <div class="print-only" aria-hidden="true">
        {typed && <p class="typed">{typed}</p>}
        {!typed && Array.from({ length: lines }, (_, line) => <span key={line} class="rule" />)}
      </div>
    </div>
  );
}
