/** Shows the model policy: names to fill in, three lengths to choose from, text to copy. What is typed is kept only here. */
import { useState } from 'preact/hooks';
import type { Block, PolicyName } from '../../utils/learn/types.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { SignBlock } from './text-blocks.tsx';
import type { Tools } from './tools.ts';

type PolicyBlock = Extract<Block<string>, { kind: 'policy' }>;

export function PolicyText({ block, tools }: { block: PolicyBlock; tools: Tools }) {
  const { say, page } = tools;
  const [typed, setTyped] = useState<Partial<Record<PolicyName, string>>>(tools.names);
  const [chosen, setChosen] = useState(0);
  const version = block.versions[chosen];
  const names: Record<string, string> = {};
  for (const { name, label } of block.fields) names[name] = typed[name]?.trim() || `[${say(label)}]`;
  const paragraphs = (version?.paragraphs ?? []).map((key) => say(key, names));
  return (
    <>
      <h2 class="screen-only">{say(block.heading)}</h2>
      <div class="fields screen-only">
        {block.fields.map(({ name, label }) => (
          <label key={name}>
            {say(label)}
            <input
              type="text"
              autocomplete="off"
              value={typed[name] ?? ''}
              onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <fieldset class="lengths screen-only">
        <legend class="visually-hidden">{say('title')}</legend>
        {block.versions.map((item, index) => (
          <label key={item.id}>
            <input
              type="radio"
              name="policy-length"
              checked={index === chosen}
              onChange={() => setChosen(index)}
            />
            {say(item.title)}
          </label>
        ))}
      </fieldset>
      <blockquote class="policy">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </blockquote>
      {version?.sign && <SignBlock block={{ kind: 'sign', fields: version.sign }} tools={tools} />}
      <p class="copy screen-only">
        <CopyButton
          text={paragraphs.join('\n\n')}
          label={page('copy')}
          copied={page('copied')}
          notCopied={page('copy-failed')}
        />
      </p>
    </>
  );
}
