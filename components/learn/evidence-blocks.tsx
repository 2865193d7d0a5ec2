/** Shows programs with what is known and not known about them, and figures with the reason not to use them. */
import type { Block } from '../../utils/learn/types.ts';
import { Cited } from './cited.tsx';
import type { Tools } from './tools.ts';

type Of<Kind extends Block<string>['kind']> = Extract<Block<string>, { kind: Kind }>;

/** One entry for each program: what it is, what is known, what is not known. */
export function FindingsBlock({ block, tools }: { block: Of<'findings'>; tools: Tools }) {
  const { say } = tools;
  return (
    <div class="findings">
      {block.items.map((item) => (
        <article key={item.name}>
          <h3>{say(item.name)}</h3>
          <dl>
            <dt>{say(block.labels.what)}</dt>
            <dd>{say(item.what)}</dd>
            <dt class="known">{say(block.labels.known)}</dt>
            <dd>
              <Cited of={item.known} tools={tools} />
            </dd>
            <dt class="unknown">{say(block.labels.unknown)}</dt>
            <dd>
              <Cited of={item.unknown} tools={tools} />
            </dd>
          </dl>
        </article>
      ))}
    </div>
  );
}

/** One entry for each figure: the figure struck through, the verdict, the reason. */
export function FiguresBlock({ block, tools }: { block: Of<'figures'>; tools: Tools }) {
  return (
    <ul class="figures">
      {block.items.map((item) => (
        <li key={item.figure}>
          <p class="figure">
            <s>{tools.say(item.figure)}</s>
            <strong class="verdict">{tools.say(item.verdict)}</strong>
          </p>
          <p>
            <Cited of={item.why} tools={tools} />
          </p>
        </li>
      ))}
    </ul>
  );
}
