/** Every surface that has words, typed by its English file: a key that is not there is a type error. */
import type common from '../../data/words/en/common.json';
import type deploy from '../../data/words/en/deploy.json';
import type help from '../../data/words/en/help.json';
import type law from '../../data/words/en/law.json';
import type messages from '../../data/words/en/messages.json';
import type notice from '../../data/words/en/notice.json';
import type policy from '../../data/words/en/policy.json';

interface Files {
  common: typeof common;
  help: typeof help;
  law: typeof law;
  messages: typeof messages;
  deploy: typeof deploy;
  notice: typeof notice;
  policy: typeof policy;
}

export type Surface = keyof Files;
export type SurfaceKey<S extends Surface> = keyof Files[S];
