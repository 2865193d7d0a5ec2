/** Shows one section: title, lead, blocks, sources. Everything it shows comes from the outline and the words. */
import { useMemo } from 'preact/hooks';
import type { HelpSlot } from '../../utils/learn/help-slot.ts';
import type { LearnContent } from '../../utils/learn/load-learn.ts';
import { numberSources } from '../../utils/learn/sources.ts';
import type { Block, LearnSection, PolicyName } from '../../utils/learn/types.ts';
import { Cited } from './cited.tsx';
import { FiguresBlock, FindingsBlock } from './evidence-blocks.tsx';
import { HelpLines } from './help-lines.tsx';
import { PolicyText } from './policy-text.tsx';
import { SourceList } from './source-list.tsx';
import { ListBlock, QuestionsBlock, SignBlock, SignsBlock, StepsBlock } from './text-blocks.tsx';
import type { Tools } from './tools.ts';
import { Quiz, TrainingCards } from './training.tsx';
import { Worksheet } from './worksheet.tsx';

interface Props {
  section: LearnSection;
  content: LearnContent;
  help: HelpSlot | null;
  names?: Partial<Record<PolicyName, string>>;
}

export function SectionView({ section, content, help, names = {} }: Props) {
  const sources = useMemo(() => numberSources(section, content.source), [section, content.source]);
  const say = content.sections[section.surface];
  const tools: Tools = {
    language: content.language,
    say,
    page: content.page,
    contact: content.contact,
    numbers: sources.numbers,
    signs: content.signs,
    help,
    names,
  };
  return (
    <article class="section" data-section={section.id} data-group={section.group}>
      <h1 tabIndex={-1}>{say(section.title)}</h1>
      <p class="lead">{say(section.lead)}</p>
      {/* The outline never changes while it is shown, so the index is a stable key. */}
      {section.blocks.map((block, index) => (
        <BlockView key={index} block={block} tools={tools} />
      ))}
      <SourceList sources={sources.list} language={content.language} page={content.page} />
    </article>
  );
}

function BlockView({ block, tools }: { block: Block<string>; tools: Tools }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{tools.say(block.text)}</h2>;
    case 'text':
      return (
        <p class={block.tone === 'note' ? 'aside' : undefined}>
          <Cited of={block.text} tools={tools} />
        </p>
      );
    case 'say':
      return <p class="say">{tools.say(block.text)}</p>;
    case 'list':
      return <ListBlock block={block} tools={tools} />;
    case 'signs':
      return <SignsBlock block={block} tools={tools} />;
    case 'steps':
      return <StepsBlock block={block} tools={tools} />;
    case 'questions':
      return <QuestionsBlock block={block} tools={tools} />;
    case 'write':
      return <Worksheet block={block} tools={tools} />;
    case 'help':
      return <HelpLines topics={block.topics} limit={block.limit} tools={tools} />;
    case 'findings':
      return <FindingsBlock block={block} tools={tools} />;
    case 'figures':
      return <FiguresBlock block={block} tools={tools} />;
    case 'policy':
      return <PolicyText block={block} tools={tools} />;
    case 'training':
      return <TrainingCards block={block} tools={tools} />;
    case 'quiz':
      return <Quiz block={block} tools={tools} />;
    case 'sign':
      return <SignBlock block={block} tools={tools} />;
  }
}
