/** Completes the notice once its first frame is out: heading, exit and helpline stand in the HTML and wait for no script. */

/** A tab that nobody sees draws no frame; a slow machine may take its time (milliseconds). */
const NO_LONGER_THAN = 250;

let started = false;

function complete(): void {
  if (started) return;
  started = true;
  void import('./main.tsx');
}

if (document.visibilityState === 'hidden') complete();
// The callback runs before the frame is drawn, the task after it.
else requestAnimationFrame(() => setTimeout(complete));
setTimeout(complete, NO_LONGER_THAN);
