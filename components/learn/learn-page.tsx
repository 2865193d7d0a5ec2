/** The learn page: a bar with exit, topics, language and print; below it the overview or one section, chosen by the hash. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { HelpSlot } from '../../utils/learn/help-slot.ts';
import type { LearnContent } from '../../utils/learn/load-learn.ts';
import { sectionByHash } from '../../utils/learn/outline.ts';
import type { PolicyName } from '../../utils/learn/types.ts';
import { ownNames } from '../../utils/notice/language-names.ts';
import { FULL_LANGUAGES, type Language } from '../../utils/words/languages.ts';
import { Brand } from '../icon/brand.tsx';
import { Overview } from './overview.tsx';
import { SectionView } from './section-view.tsx';

export interface LearnPageProps {
  content: LearnContent;
  help: HelpSlot | null;
  names?: Partial<Record<PolicyName, string>>;
  onLanguage(language: Language): void;
  onExit(): void;
}

export function LearnPage({ content, help, names, onLanguage, onExit }: LearnPageProps) {
  const { page } = content;
  const section = useSection();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(section?.id);
  useEffect(() => {
    if (shown.current === section?.id) return;
    shown.current = section?.id;
    main.current?.querySelector('h1')?.focus({ preventScroll: true });
    main.current?.ownerDocument.defaultView?.scrollTo(0, 0);
  }, [section]);
  return (
    <div class="learn">
      <header class="bar">
        <button type="button" class="button exit" onClick={onExit}>
          {page('exit')}
        </button>
        <nav aria-label={page('topics')}>
          {section && (
            <a class="button" href="#topics">
              {page('all-topics')}
            </a>
          )}
        </nav>
        <div class="tools">
          <fieldset class="languages">
            <legend class="visually-hidden">{page('language')}</legend>
            {FULL_LANGUAGES.map((language) => (
              <button
                key={language}
                type="button"
                lang={language}
                aria-pressed={language === content.language}
                onClick={() => onLanguage(language)}
              >
                {/* Each language by its own name, so that its readers find it. */}
                {ownNames([language])}
              </button>
            ))}
          </fieldset>
          <button type="button" class="button" onClick={() => window.print()}>
            {page('print')}
          </button>
        </div>
      </header>
      <main ref={main}>
        <Brand />
        {section ? (
          <SectionView
            key={section.id}
            section={section}
            content={content}
            help={help}
            {...(names && { names })}
          />
        ) : (
          <Overview content={content} />
        )}
      </main>
    </div>
  );
}

function useSection() {
  const [section, setSection] = useState(() => sectionByHash(location.hash));
  useEffect(() => {
    const follow = () => setSection(sectionByHash(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return section;
}
