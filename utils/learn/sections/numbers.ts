/** The section on numbers: which not to use and why, and the few sound ones. The lint skips its words: they name discredited figures. */
import { section } from '../types.ts';

export const numbers = section('learn-myths', {
  id: 'numbers',
  group: 'community',
  title: 'title',
  lead: 'lead',
  blocks: [
    { kind: 'heading', text: 'list' },
    {
      kind: 'figures',
      items: [
        {
          figure: 'risk-figure',
          verdict: 'discredited',
          why: { text: 'risk-why', sources: ['post-2018', 'post-2015'] },
        },
        {
          figure: 'age-figure',
          verdict: 'discredited',
          why: { text: 'age-why', sources: ['reason-2016', 'post-2016', 'politifact-2013'] },
        },
        {
          figure: 'hundred-figure',
          verdict: 'discredited',
          why: { text: 'hundred-why', sources: ['allen-2017', 'post-2015'] },
        },
        {
          figure: 'georgia-figure',
          verdict: 'discredited',
          why: { text: 'georgia-why', sources: ['schapiro-2011'] },
        },
        {
          figure: 'atlanta-figure',
          verdict: 'dated',
          why: { text: 'atlanta-why', sources: ['urban-2014', 'atlanta-2014'] },
        },
        {
          figure: 'world-figure',
          verdict: 'dated',
          why: { text: 'world-why', sources: ['claim:exploit-01'] },
        },
        {
          figure: 'share-figure',
          verdict: 'discredited',
          why: { text: 'share-why', sources: ['claim:exploit-01'] },
        },
        {
          figure: 'profit-figure',
          verdict: 'discredited',
          why: { text: 'profit-why', sources: ['profit-2015'] },
        },
        { figure: 'market-figure', verdict: 'unsupported', why: 'market-why' },
        { figure: 'escape-figure', verdict: 'dated', why: { text: 'escape-why', sources: ['farley-2003'] } },
        { figure: 'forced-figure', verdict: 'unsupported', why: 'forced-why' },
        { figure: 'bowl-figure', verdict: 'unsupported', why: { text: 'bowl-why', sources: ['bowl-2011'] } },
        { figure: 'health-figure', verdict: 'dated', why: { text: 'health-why', sources: ['lederer-2014'] } },
        { figure: 'zone-figure', verdict: 'unsupported', why: 'zone-why' },
      ],
    },
    { kind: 'heading', text: 'use' },
    {
      kind: 'list',
      tone: 'do',
      items: [
        { text: 'use-runaway', sources: ['claim:age-04'] },
        { text: 'use-world', sources: ['claim:exploit-01'] },
      ],
    },
    { kind: 'heading', text: 'check' },
    { kind: 'list', tone: 'ordered', items: ['check-who', 'check-when', 'check-what', 'check-whole'] },
  ],
});
