/** Every surface that has words, typed by its English file: a key that is not there is a type error. */
import type common from '../../data/words/en/common.json';
import type controls from '../../data/words/en/controls.json';
import type curtain from '../../data/words/en/curtain.json';
import type deploy from '../../data/words/en/deploy.json';
import type deployPage from '../../data/words/en/deploy-page.json';
import type help from '../../data/words/en/help.json';
import type law from '../../data/words/en/law.json';
import type learn from '../../data/words/en/learn.json';
import type learnCards from '../../data/words/en/learn-cards.json';
import type learnEmployers from '../../data/words/en/learn-employers.json';
import type learnMyths from '../../data/words/en/learn-myths.json';
import type learnParents from '../../data/words/en/learn-parents.json';
import type learnPledge from '../../data/words/en/learn-pledge.json';
import type learnPolicy from '../../data/words/en/learn-policy.json';
import type learnPrograms from '../../data/words/en/learn-programs.json';
import type learnQuestions from '../../data/words/en/learn-questions.json';
import type learnRecognize from '../../data/words/en/learn-recognize.json';
import type learnThink from '../../data/words/en/learn-think.json';
import type learnTraining from '../../data/words/en/learn-training.json';
import type messages from '../../data/words/en/messages.json';
import type notice from '../../data/words/en/notice.json';
import type options from '../../data/words/en/options.json';
import type policy from '../../data/words/en/policy.json';
import type popup from '../../data/words/en/popup.json';
import type preview from '../../data/words/en/preview.json';
import type welcome from '../../data/words/en/welcome.json';

interface Files {
  common: typeof common;
  controls: typeof controls;
  curtain: typeof curtain;
  deploy: typeof deploy;
  'deploy-page': typeof deployPage;
  help: typeof help;
  law: typeof law;
  learn: typeof learn;
  'learn-cards': typeof learnCards;
  'learn-employers': typeof learnEmployers;
  'learn-myths': typeof learnMyths;
  'learn-parents': typeof learnParents;
  'learn-pledge': typeof learnPledge;
  'learn-policy': typeof learnPolicy;
  'learn-programs': typeof learnPrograms;
  'learn-questions': typeof learnQuestions;
  'learn-recognize': typeof learnRecognize;
  'learn-think': typeof learnThink;
  'learn-training': typeof learnTraining;
  messages: typeof messages;
  notice: typeof notice;
  options: typeof options;
  policy: typeof policy;
  popup: typeof popup;
  preview: typeof preview;
  welcome: typeof welcome;
}

export type Surface = keyof Files;
export type SurfaceKey<S extends Surface> = keyof Files[S];
