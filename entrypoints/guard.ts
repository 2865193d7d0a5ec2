/** On listed hosts only: covers what the network rules cannot stop, asks the worker, and leaves for the notice. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guard } from '../utils/content/guard.ts';

export default defineUnlistedScript({ main: guard });
