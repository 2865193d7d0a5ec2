/** How the pass banner on a passed page looks; its borders cannot be seen, but are drawn where the system has its own colors. The worker sends it along, so that pages without a pass do not carry it. */
export const PASS_BANNER_STYLE = `aside{all:unset;position:fixed;inset:auto 0 0;z-index:2147483647;border-top:2px solid #0000;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;justify-content:center;padding:4px 16px;background:#1d2226;color:#f0eee8;font:15px/1.4 system-ui,sans-serif}
button{font:600 15px/1 system-ui,sans-serif;min-height:44px;padding:0 16px;border:2px solid #0000;border-radius:8px;background:#7cc4e4;color:#0b1c25;cursor:pointer}
a{display:inline-block;padding:12px 0;color:#7cc4e4;font-weight:600}
span span{white-space:nowrap}
:focus-visible{outline:3px solid #f4d35e;outline-offset:3px}`;
