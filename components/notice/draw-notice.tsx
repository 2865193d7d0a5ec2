/** Renders the law, the messages, the way to continue and the accent into the static page's elements, on the notice and on its preview. */
import { type ComponentChild, hydrate, render } from 'preact';
import type { PassAnswer } from '../../utils/messages/answers.ts';
import type { ContinueState, NoticeContext } from '../../utils/notice/context.ts';
import { choiceOffered, lawOffered } from '../../utils/notice/law-offered.ts';
import type { Prepared } from '../../utils/notice/prepare.ts';
import type { NoticeContent } from '../../utils/notice/types.ts';
import type { Match } from '../../utils/pattern/types.ts';
import type { ConfigSnapshot } from '../../utils/policy/config-snapshot.ts';
import type { Language } from '../../utils/words/languages.ts';
import { Continue } from './continue.tsx';
import type { Dialogs } from './dialogs.tsx';
import { LawAtAGlance } from './law-glance.tsx';
import { NoticeLead, NoticeMessage } from './message.tsx';
import { Organization } from './organization.tsx';
import { NoticePlace } from './place-line.tsx';
import { Why } from './why.tsx';

/** The way to open the covered page anyway. */
export interface Way {
  state: ContinueState;
  /** Asks the worker, which decides. */
  ask: (pin?: string) => Promise<PassAnswer>;
}

/** The ids of the static page's elements for the parts. */
export type NoticePart = 'lead' | 'law' | 'message' | 'place' | 'more' | 'accent';

interface Drawing {
  prepared: Prepared;
  snapshot: ConfigSnapshot;
  language: Language;
  dialogs: Dialogs;
  /** What the worker answered; null before it answers, and on a preview. */
  context: NoticeContext | null;
  /** Whether a rule for searches led here, whatever the worker answers. */
  ofSearch?: boolean;
  /** The way to continue; null if there is none, or not yet. */
  way: Way | null;
  copy: (text: string) => Promise<void>;
  /** Called when the reader says that the page is covered by mistake. */
  onMistake: () => void;
  /** Returns the page's element for a part. */
  part: (id: NoticePart) => HTMLElement;
}

/** Names and searches are recognized only by their wording, so the notice says only that they look like it. */
function guess(match: Match | null, ofSearch: boolean): 'address' | 'search' | null {
  if (match === null) return ofSearch ? 'search' : null;
  if (match.kind === 'search') return 'search';
  return match.kind === 'name' ? 'address' : null;
}

/** Draws the notice. Call it again with what has changed: parts that stay the same keep their state. */
export function drawNotice(drawing: Drawing): void {
  const {
    prepared,
    snapshot,
    language,
    dialogs,
    context,
    ofSearch = false,
    way,
    copy,
    onMistake,
    part,
  } = drawing;
  const { content, glance, placeLaw, placeName, offered, words } = prepared;
  const { effective, place } = snapshot;
  const audience = effective.audience.value;
  const law = lawOffered(audience, placeLaw.law);
  const looksLike = guess(context?.match ?? null, ofSearch);
  draw(
    <NoticeLead content={content} effective={effective} looksLike={looksLike} words={words} />,
    part('lead'),
  );
  complete(
    glance && (
      <LawAtAGlance
        glance={glance}
        language={language}
        words={words}
        {...(law && { onCell: (at) => void dialogs.law(at) })}
      />
    ),
    part('law'),
  );
  draw(
    <NoticeMessage content={content} effective={effective} language={language} words={words} />,
    part('message'),
  );
  draw(
    <>
      <NoticePlace
        place={place}
        offered={offered}
        placeName={placeName}
        choosePlace={choiceOffered(audience, placeLaw.choose)}
        words={words}
        onLaw={law && (() => void dialogs.law())}
        onPlace={place.from === 'policy' && !place.offered ? null : () => void dialogs.place()}
      />
      <Organization effective={effective} language={language} words={words} />
    </>,
    part('place'),
  );
  draw(
    <div class="notice-more">
      <Why
        context={context}
        ofSearch={ofSearch}
        content={content}
        language={language}
        effective={effective}
        words={words}
        copy={copy}
        onMistake={onMistake}
      />
      {way && (
        <Continue
          {...way}
          language={language}
          words={words}
          label={words(looksLike === 'search' ? 'searchAnyway' : 'continue')}
          writeLine={effective.writeLine}
        />
      )}
    </div>,
    part('more'),
  );
  draw(content.accent && <Accent {...content.accent} />, part('accent'));
}

const drawn = new WeakSet<HTMLElement>();

/** The first rendering replaces the static content in the same task, so that no gap is visible. */
function draw(content: ComponentChild, into: HTMLElement): void {
  if (!drawn.has(into)) into.replaceChildren();
  drawn.add(into);
  render(content, into);
}

/** A page made for a place already contains its law; if that still says the same, it only gets its event handlers. */
function complete(content: ComponentChild, into: HTMLElement): void {
  const made = !drawn.has(into) && into.hasChildNodes();
  const said = into.textContent;
  if (made) {
    drawn.add(into);
    hydrate(content, into);
  }
  if (!made || into.textContent !== said) draw(content, into);
}

/** One line from a campaign or the season. */
function Accent({ text, url }: NonNullable<NoticeContent['accent']>): ComponentChild {
  // A campaign may use another language, which may be written in the other direction.
  const said = <bdi>{text}</bdi>;
  return url ? <a href={url}>{said}</a> : said;
}
