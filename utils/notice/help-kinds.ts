/** The closed sets of the helpline data: if one gets a new member, the compiler names every other place that has to handle it. */

/** What a person may be looking for in "Get help", in the order in which it is offered. */
export const TOPICS = [
  'forced-or-controlled',
  'teen',
  'wants-to-stop',
  'worried-about-someone',
  'crisis',
  'sells-sex',
] as const;
export type Topic = (typeof TOPICS)[number];

/** For these topics a region must name a helpline of people who listen, or say that none is known; police lines alone do not count. */
export const ESSENTIAL_TOPICS = ['forced-or-controlled', 'crisis'] as const satisfies readonly Topic[];

/** Support comes first. Lines that pass reports on to the police, and the police, are listed apart and later. */
export const OPERATORS = ['support', 'report', 'police'] as const;
export type Operator = (typeof OPERATORS)[number];

/** How a line was checked: on the service's own page, on another source, or not at all. */
export const CONFIRMATIONS = ['own-page', 'other-source', 'not-confirmed'] as const;

export const CONFIDENCES = ['verified', 'likely', 'unsure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Whom an emergency number reaches: every service, medical help (often with the fire service), or the police. */
export const EMERGENCY_SERVICES = ['any', 'medical', 'police'] as const;
export type EmergencyService = (typeof EMERGENCY_SERVICES)[number];

/** The ways to write to a helpline. */
export const MESSAGE_KINDS = ['sms', 'whatsapp'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Everything that differs between the ways to write. A new kind is defined here; its sentences are where they are shown. */
export const MESSAGING: Readonly<
  Record<
    MessageKind,
    {
      /** The key of its name in the words of `help`, `contact` and `main-helpline`. */
      word: 'text' | 'whatsapp';
      /** Whether its link opens a web page instead of a program on the device. */
      opensPage: boolean;
      /** Whether a link needs the number with its country code. */
      needsCountryCode: boolean;
    }
  >
> = {
  sms: { word: 'text', opensPage: false, needsCountryCode: false },
  whatsapp: { word: 'whatsapp', opensPage: true, needsCountryCode: true },
};
