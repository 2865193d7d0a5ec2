/** The guard's content script, on listed pages only: covers what the network rules cannot stop, asks the worker, and goes to the notice. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guard } from '../utils/content/guard.ts';

export default defineUnlistedScript({ main: guard });
