/** Shows the simple blocks: lists, signs, steps, questions with answers, lines to sign. */
import type { Block } from '../../utils/learn/types.ts';
import { Cited } from './cited.tsx';
import type { Tools } from './tools.ts';

type Of<Kind extends Block<string>['kind']> = Extract<Block<string>, { kind: Kind }>;

/** A list of sentences: plain, things to do, things not to do, or in order. */
export function ListBlock({ block, tools }: { block: Of<'list'>; tools: Tools }) {
  const items = block.items.map((item) => (
    <li key={typeof item === 'string' ? item : item.text}>
      <Cited of={item} tools={tools} />
    </li>
  ));
  return block.tone === 'ordered' ? <ol>{items}</ol> : <ul class={block.tone ?? 'plain'}>{items}</ul>;
}

/** The reviewed signs, with their note above the list about anyone. */
export function SignsBlock({ block, tools }: { block: Of<'signs'>; tools: Tools }) {
  const { signs } = tools;
  const publishers = [...new Set(signs.signs.map((sign) => sign.source.publisher))];
  return (
    <>
      {block.about === 'anyone' && <p class="aside">{signs.note}</p>}
      <ul>
        {signs.signs
          .filter((sign) => sign.about === block.about)
          .map((sign) => (
            <li key={sign.id}>{sign.text}</li>
          ))}
      </ul>
      {block.about === 'minor' && (
        <p class="small">{tools.page('signs-from', { publishers: publishers.join('; ') })}</p>
      )}
    </>
  );
}

/** Steps that each lead to another section. */
export function StepsBlock({ block, tools }: { block: Of<'steps'>; tools: Tools }) {
  return (
    <ol class="steps">
      {block.items.map((step) => (
        <li key={step.text}>
          {tools.say(step.text)} <a href={`#${step.to}`}>{tools.say(step.link)}</a>
        </li>
      ))}
    </ol>
  );
}

/** Questions as headings, answers below. */
export function QuestionsBlock({ block, tools }: { block: Of<'questions'>; tools: Tools }) {
  return (
    <div class="questions">
      {block.pairs.map((pair) => (
        <div key={pair.question} class="pair">
          <h3>{tools.say(pair.question)}</h3>
          <p>
            <Cited of={pair.answer} tools={tools} />
          </p>
        </div>
      ))}
    </div>
  );
}

/** Empty lines to fill in by hand. */
export function SignBlock({ block, tools }: { block: Of<'sign'>; tools: Tools }) {
  return (
    <ul class="sign">
      {block.fields.map((field) => (
        <li key={field}>
          <span class="rule" />
          {tools.say(field)}
        </li>
      ))}
    </ul>
  );
}
