/** Draws what the product does: a window, a pause, and two ways to go on. */

/** Decoration only: the sentences beside it say the same. */
export function Drawing() {
  return (
    <svg class="welcome-drawing" viewBox="0 0 400 96" aria-hidden="true">
      {/* A window with a link, and the pointer on it. */}
      <path d="M8 18h96v60H8zM8 32h96M16 25v0M23 25v0M30 25v0M20 46h44M20 58h30" />
      <path class="drawing-pointer" d="M70 50v20l5-4.5 4 9 4.5-2-4-9h7z" />
      <path class="drawing-way" d="M112 48h44" />
      {/* The mark. */}
      <rect class="drawing-mark" x="168" y="16" width="64" height="64" rx="14" />
      <path class="drawing-strokes" d="M190 34v28M210 34v28" />
      {/* The two ways: out of the page, or to somebody who listens. */}
      <path d="M244 42c24 0 30-18 54-18M290 16l9 8-9 8" />
      <path d="M244 54c24 0 30 18 54 18M290 64l9 8-9 8" />
      <path d="M316 24h22M330 16l8 8-8 8M342 8h18v32h-18" />
      <path d="M318 62h42v24h-24l-10 8v-8h-8zM328 71h22M328 78h14" />
    </svg>
  );
}
