/** Shows the overview: every section by group, with its lead. */
import type { LearnContent } from '../../utils/learn/load-learn.ts';
import { LEARN_SECTIONS } from '../../utils/learn/outline.ts';
import { GROUPS } from '../../utils/learn/types.ts';

export function Overview({ content }: { content: LearnContent }) {
  const { page, sections } = content;
  return (
    <article class="overview">
      <h1 tabIndex={-1}>{page('page-heading')}</h1>
      <p class="lead">{page('page-lead')}</p>
      {GROUPS.map((group) => (
        <section key={group} class={`group group-${group}`} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{page(`group-${group}`)}</h2>
          <ul>
            {LEARN_SECTIONS.filter((section) => section.group === group).map((section) => {
              const say = sections[section.surface];
              return (
                <li key={section.id}>
                  <a href={`#${section.id}`}>
                    <strong>{say(section.title)}</strong>
                    <span>{say(section.lead)}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <p class="private">{page('private')}</p>
    </article>
  );
}
