/** Takes the names for the model policy from an employer's settings. */
import type { Organization } from '../policy/types.ts';
import type { PolicyName } from './types.ts';

/** @returns the names that are set; the others are left for the reader to fill in. */
export function policyNames(organization: Organization): Partial<Record<PolicyName, string>> {
  const assistance = [organization.assistanceName, organization.assistancePhone].filter(Boolean).join(', ');
  return {
    ...(organization.name && { organization: organization.name }),
    ...(assistance && { assistance }),
    ...(organization.contact && { contact: organization.contact }),
  };
}
