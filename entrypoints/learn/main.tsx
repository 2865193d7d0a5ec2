/** Starts the learn page in the browser's language, with the helplines of the country its settings suggest. */
import { render } from 'preact';
import { LearnApp } from '../../components/learn/learn-app.tsx';
import '../../components/learn/learn.css';
import { LANGUAGES } from '../../utils/policy/types.ts';

const locale = new Intl.Locale(navigator.language);
const language = LANGUAGES.find((known) => known === locale.language) ?? 'en';
const root = document.getElementById('page');

function leave(): void {
  document.body.replaceChildren();
  location.replace('about:blank');
}

if (root) {
  render(
    <LearnApp language={language} country={locale.region ?? null} guessed={true} onExit={leave} />,
    root,
  );
}
