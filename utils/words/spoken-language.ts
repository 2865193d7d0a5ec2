/** Finds out in which of the product's languages a document is, for the dates and numbers beside its words. */
import { LANGUAGES, type Language } from './languages.ts';

/** @returns the language that its root element declares; English if it declares none of the product's languages. */
export const spokenLanguage = ({ documentElement }: Document): Language =>
  LANGUAGES.find((language) => language === documentElement.lang) ?? 'en';
