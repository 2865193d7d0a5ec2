/** Maps the managed keys of an organization and of a campaign to the names that the notice uses for them. */

export const ORGANIZATION_KEYS = {
  organizationName: 'name',
  organizationLogo: 'logo',
  policyStatement: 'statement',
  policyUrl: 'policyUrl',
  contactText: 'contact',
  assistanceName: 'assistanceName',
  assistancePhone: 'assistancePhone',
  assistanceUrl: 'assistanceUrl',
} as const;
export type OrganizationKey = keyof typeof ORGANIZATION_KEYS;
export type OrganizationField = (typeof ORGANIZATION_KEYS)[OrganizationKey];

export const CAMPAIGN_KEYS = {
  campaignName: 'name',
  campaignText: 'text',
  campaignUrl: 'url',
  campaignFrom: 'from',
  campaignUntil: 'until',
} as const;
export type CampaignKey = keyof typeof CAMPAIGN_KEYS;
export type CampaignField = (typeof CAMPAIGN_KEYS)[CampaignKey];
