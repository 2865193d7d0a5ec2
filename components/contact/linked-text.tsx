/** Shows a sentence in which every helpline number is a link. It has no style sheet, so that the notice's first frame waits for none. */
import { type ContactLink, opensPage, withLinks } from '../../utils/notice/contact-links.ts';

interface LinkedProps {
  said: string;
  links: readonly ContactLink[];
  onOpen?: () => void;
}

export function LinkedText({ said, links, onOpen }: LinkedProps) {
  return (
    <span>
      {withLinks(said, links).map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <span key={piece.address} class="contact-whole">
            <a
              class="contact-link"
              href={piece.address}
              aria-label={piece.name}
              onClick={onOpen}
              {...(opensPage(piece.kind) && { target: '_blank', rel: 'noopener noreferrer' })}
            >
              <bdi>{piece.number}</bdi>
            </a>
            {piece.closing}
          </span>
        ),
      )}
    </span>
  );
}
