/** Shows who installed the product, a contact and confidential help: only text and a checked picture, whatever the policy contains. */
import { withLinks } from '../../utils/notice/contact-links.ts';
import type { EffectiveConfig } from '../../utils/policy/types.ts';
import { isolated } from '../../utils/words/isolated.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';

interface Props {
  effective: EffectiveConfig;
  language: Language;
  words: Words<'notice'>;
}

export function Organization({ effective, language, words }: Props) {
  const { name, logo, policyUrl, contact, assistanceName, assistancePhone, assistanceUrl } =
    effective.organization;
  if (!effective.managed && !name && !logo) return null;
  const phones = assistancePhone ? [{ number: assistancePhone }] : [];
  const assistance = [assistanceName, assistancePhone].filter(Boolean).join(', ');
  return (
    <section class="notice-organization" aria-label={name ?? words('organizationStatementUnnamed')}>
      {(name || logo) && (
        <p class="notice-installed">
          {logo && <img class="notice-logo" src={logo} alt={name ? '' : words('organizationLogo')} />}
          {name && words('installedBy', { organization: name })}
        </p>
      )}
      {effective.mode.value === 'zero-tolerance' && <p>{words('zeroTolerance')}</p>}
      <p class="notice-organization-links">
        {policyUrl && <a href={policyUrl}>{words('organizationPolicy')}</a>}
        {contact && <span>{words('organizationContact', { contact: isolated(contact, language) })}</span>}
        {assistance && (
          <span>
            {withLinks(words('organizationAssistance', { assistance }), phones).map((piece) =>
              typeof piece === 'string' ? (
                piece
              ) : (
                <span key={piece.number} class="contact-whole">
                  <bdi dir="ltr">{piece.number}</bdi>
                  {piece.closing}
                </span>
              ),
            )}
          </span>
        )}
        {assistanceUrl && <a href={assistanceUrl}>{assistanceName ?? assistanceUrl}</a>}
      </p>
    </section>
  );
}
