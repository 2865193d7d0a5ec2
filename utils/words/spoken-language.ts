/** Which of our languages a document speaks, for dates and numbers beside its words. */
import { LANGUAGES, type Language } from './languages.ts';

/** @returns what its root says; English before anybody said it. */
export const spokenLanguage = ({ documentElement }: Document): Language =>
  LANGUAGES.find((language) => language === documentElement.lang) ?? 'en';
