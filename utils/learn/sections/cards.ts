/** One-page cards for people who may notice exploitation where they work or live: health, school, justice, congregation, neighborhood. */
import type { SurfaceKey } from '../../words/surfaces.ts';
import { type Block, type HelpTopic, type LearnSection, type Sourced, section } from '../types.ts';

type Key = SurfaceKey<'learn-cards'>;

interface Card {
  notice: readonly Sourced<Key>[];
  helps: readonly Sourced<Key>[];
  harms: readonly Sourced<Key>[];
  next: Key;
  topics: readonly HelpTopic[];
}

export const cards: readonly LearnSection[] = [
  section('learn-cards', {
    id: 'health',
    group: 'roles',
    title: 'health-title',
    lead: 'health-lead',
    blocks: card({
      notice: [
        { text: 'health-notice-1', sources: ['dhs-indicators'] },
        { text: 'health-notice-2', sources: ['dhs-indicators'] },
        { text: 'health-notice-3', sources: ['dhs-indicators'] },
      ],
      helps: [
        { text: 'health-helps-1', sources: ['pearr'] },
        'health-helps-2',
        'health-helps-3',
        { text: 'health-helps-4', sources: ['pearr'] },
        { text: 'health-helps-5', sources: ['pearr'] },
      ],
      harms: ['health-harms-1', 'health-harms-2', 'health-harms-3'],
      next: 'health-next',
      topics: ['forced-or-controlled'],
    }),
  }),
  section('learn-cards', {
    id: 'teachers',
    group: 'roles',
    title: 'teachers-title',
    lead: 'teachers-lead',
    blocks: card({
      notice: [
        { text: 'teachers-notice-1', sources: ['claim:age-04'] },
        'teachers-notice-2',
        { text: 'teachers-notice-3', sources: ['claim:family-02'] },
      ],
      helps: [
        { text: 'teachers-helps-1', sources: ['ncmec-starters'] },
        'teachers-helps-2',
        'teachers-helps-3',
        'teachers-helps-4',
        'teachers-helps-5',
      ],
      harms: ['teachers-harms-1', 'teachers-harms-2', 'teachers-harms-3'],
      next: 'teachers-next',
      topics: ['teen'],
    }),
  }),
  section('learn-cards', {
    id: 'justice',
    group: 'roles',
    title: 'justice-title',
    lead: 'justice-lead',
    blocks: card({
      notice: [
        { text: 'justice-notice-1', sources: ['claim:coercion-01', 'claim:coercion-02'] },
        { text: 'justice-notice-2', sources: ['dhs-responders'] },
        { text: 'justice-notice-3', sources: ['dhs-indicators'] },
      ],
      helps: [
        { text: 'justice-helps-1', sources: ['claim:age-02'] },
        'justice-helps-2',
        { text: 'justice-helps-3', sources: ['dhs-responders'] },
        { text: 'justice-helps-4', sources: ['kast-crisis'] },
        { text: 'justice-helps-5', sources: ['nij-deterrence'] },
      ],
      harms: ['justice-harms-1', { text: 'justice-harms-2', sources: ['platt-2018'] }, 'justice-harms-3'],
      next: 'justice-next',
      topics: ['forced-or-controlled', 'crisis'],
    }),
  }),
  section('learn-cards', {
    id: 'neighbors',
    group: 'roles',
    title: 'neighbors-title',
    lead: 'neighbors-lead',
    blocks: card({
      notice: [
        { text: 'neighbors-notice-1', sources: ['dhs-indicators'] },
        { text: 'neighbors-notice-2', sources: ['claim:coercion-01'] },
        { text: 'neighbors-notice-3', sources: ['claim:age-04'] },
      ],
      helps: [
        'neighbors-helps-1',
        'neighbors-helps-2',
        'neighbors-helps-3',
        'neighbors-helps-4',
        'neighbors-helps-5',
      ],
      harms: ['neighbors-harms-1', 'neighbors-harms-2', 'neighbors-harms-3'],
      next: 'neighbors-next',
      topics: ['worried-about-someone'],
    }),
  }),
];

/** Every card has the same four parts in the same order. */
function card({ notice, helps, harms, next, topics }: Card): Block<Key>[] {
  return [
    { kind: 'heading', text: 'notice' },
    { kind: 'list', items: notice },
    { kind: 'heading', text: 'helps' },
    { kind: 'list', tone: 'do', items: helps },
    { kind: 'heading', text: 'harms' },
    { kind: 'list', tone: 'dont', items: harms },
    { kind: 'heading', text: 'next' },
    { kind: 'text', text: next },
    { kind: 'help', topics, limit: 2 },
  ];
}
