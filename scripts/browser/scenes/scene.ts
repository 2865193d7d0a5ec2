/** Defines a scene: a function that brings a surface into one state after another, and calls `take` in each (for axe or screenshots). */
import type { BrowserSession, Tab } from '../session.ts';

const SURFACES = ['notice', 'page', 'welcome', 'options', 'popup', 'learn', 'deploy', 'preview'] as const;
export type Surface = (typeof SURFACES)[number];

/** One surface in one state, shown in a tab. */
interface State {
  surface: Surface;
  /** Says in a few words what is special about the state; unique within the surface. */
  name: string;
  tab: Tab;
  /** Shows what the surface is for, so it is checked under every look. */
  key?: boolean;
}

export type Take = (state: State) => Promise<void>;

/** Plays its states in one browser. Each state leaves the installation as the next one needs it. */
export type Scene = (browser: BrowserSession, take: Take) => Promise<void>;
