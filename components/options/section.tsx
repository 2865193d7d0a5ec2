/** Shows one section of the options page: a heading that can be linked to, and its content. */
import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  heading: string;
  children: ComponentChildren;
}

export function Section({ id, heading, children }: Props) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
