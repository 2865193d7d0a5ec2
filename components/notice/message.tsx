/** Shows what the notice says besides the law: the reader's own reason, and the messages chosen for this visit. */
import type { Message, NoticeContent } from '../../utils/notice/types.ts';
import { WRITTEN } from '../../utils/notice/written-message.ts';
import type { EffectiveConfig } from '../../utils/policy/types.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { otherLanguage } from '../../utils/words/other-language.ts';
import { OtherLanguageNote } from '../controls/other-language-note.tsx';

interface Spoken {
  content: NoticeContent;
  effective: EffectiveConfig;
  words: Words<'notice'>;
}

interface LeadProps extends Spoken {
  /** Set for a guess by name and for a search: the text is about the address or search, never about the reader. */
  looksLike: 'address' | 'search' | null;
}

/** Shows the line that says what this page is. The reader's own reason comes before it, whichever message was chosen. */
export function NoticeLead({ content, effective, words, looksLike }: LeadProps) {
  const reason = [content.main, content.supporting].find(({ id }) => id === WRITTEN.reason);
  return (
    <>
      {reason && (
        <span class="notice-reason">
          <MessageText message={reason} effective={effective} words={words} />{' '}
        </span>
      )}
      {looksLike === 'search'
        ? `${words('looksLikeSearch')} ${words('searchHelp')}`
        : words(looksLike ? 'looksLike' : 'lead')}
    </>
  );
}

interface Props extends Spoken {
  language: Language;
}

export function NoticeMessage(props: Props) {
  const { content, effective, language, words } = props;
  const other = [content.main, content.alongside, content.supporting].find((one) => one?.language)?.language;
  return (
    <>
      {spokenMessages(content).map((message, index) => (
        <p
          key={message.id}
          class={index === 0 ? 'notice-main' : 'notice-supporting'}
          {...otherLanguage(language, message.language)}
        >
          <MessageText message={message} effective={effective} words={words} />
        </p>
      ))}
      {other && (
        <OtherLanguageNote language={language} shown={other} say={(values) => words('notYet', values)} />
      )}
    </>
  );
}

/** Leaves out the law, which is already on the notice, and the reader's own reason, which is above it. */
function spokenMessages({ main, supporting }: NoticeContent): Message[] {
  return [main, supporting].filter(({ id }) => !/^law(-minors)?:/.test(id) && id !== WRITTEN.reason);
}

/** Marks what a person or an organization wrote as theirs. */
function MessageText({ message, effective, words }: Omit<Spoken, 'content'> & { message: Message }) {
  if (message.id === WRITTEN.reason) {
    return (
      <>
        {words('reasonIntro')} <q>{message.text}</q>
      </>
    );
  }
  if (message.id !== WRITTEN.statement) return <>{message.text}</>;
  const { name } = effective.organization;
  return (
    <>
      <span class="notice-whose">
        {name
          ? words('organizationStatement', { organization: name })
          : words('organizationStatementUnnamed')}
      </span>{' '}
      <bdi class="notice-statement">{message.text}</bdi>
    </>
  );
}
