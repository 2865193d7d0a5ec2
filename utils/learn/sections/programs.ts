/** The section on programs to reduce demand: what is tried, what is known, what is not known, and the objections. */
import { section } from '../types.ts';

export const programs = section('learn-programs', {
  id: 'programs',
  group: 'community',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'fair' },
    { kind: 'text', text: { text: 'fair-text', sources: ['nij-overview'] } },
    {
      kind: 'findings',
      labels: { what: 'what', known: 'known', unknown: 'unknown' },
      items: [
        {
          name: 'school-name',
          what: 'school-what',
          known: { text: 'school-known', sources: ['rothman-2021'] },
          unknown: { text: 'school-unknown', sources: ['rothman-2021'] },
        },
        {
          name: 'sting-name',
          what: 'sting-what',
          known: { text: 'sting-known', sources: ['nij-overview', 'brewer-2006'] },
          unknown: { text: 'sting-unknown', sources: ['brewer-2006'] },
        },
        {
          name: 'vehicle-name',
          what: 'vehicle-what',
          known: { text: 'vehicle-known', sources: ['seizure-law', 'nij-deterrence'] },
          unknown: { text: 'vehicle-unknown', sources: ['oakland-1998'] },
        },
        {
          name: 'class-name',
          what: 'class-what',
          known: { text: 'class-known', sources: ['fopp-2008'] },
          unknown: { text: 'class-unknown', sources: ['audit-2009', 'monto-2002'] },
        },
        {
          name: 'talk-name',
          what: 'talk-what',
          known: { text: 'talk-known', sources: ['kast-2018'] },
          unknown: { text: 'talk-unknown', sources: ['kast-2018'] },
        },
        {
          name: 'outreach-name',
          what: 'outreach-what',
          known: { text: 'outreach-known', sources: ['intercept-2017'] },
          unknown: 'outreach-unknown',
        },
        {
          name: 'bystander-name',
          what: 'bystander-what',
          known: { text: 'bystander-known', sources: ['unseen-2019'] },
          unknown: 'bystander-unknown',
        },
        {
          name: 'decoy-name',
          what: 'decoy-what',
          known: { text: 'decoy-known', sources: ['intercept-2017'] },
          unknown: 'decoy-unknown',
        },
        {
          name: 'notice-name',
          what: 'notice-what',
          known: { text: 'notice-known', sources: ['prichard-2022'] },
          unknown: 'notice-unknown',
        },
      ],
    },
    { kind: 'heading', text: 'against' },
    {
      kind: 'list',
      items: [
        { text: 'against-police', sources: ['platt-2018'] },
        { text: 'against-place', sources: ['platt-2018'] },
        { text: 'against-violence', sources: ['deering-2014'] },
        'against-us',
      ],
    },
    { kind: 'heading', text: 'start' },
    { kind: 'list', tone: 'do', items: ['start-ask', 'start-measure', 'start-harm', 'start-help'] },
  ],
});
