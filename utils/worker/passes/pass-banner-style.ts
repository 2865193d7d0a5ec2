/**
 * The style of the pass banner: the notice's dark look. A button's border is transparent, but visible where the system uses its
 * own colors. A link that is longer than a phone's line wraps, and its full stop stays with it. The worker sends the style with
 * its answer, so that pages without a pass do not load it.
 */
export const PASS_BANNER_STYLE = `aside{all:unset;position:fixed;inset:auto 0 0;z-index:2147483647;border-top:4px solid #7cc4e4;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;justify-content:center;padding:4px 16px;text-wrap:pretty;background:#1d2226;color:#f0eee8;font:15px/1.4 "Segoe UI",system-ui,sans-serif}
aside::before{content:"";flex:none;width:24px;height:24px;border-radius:6px;background:linear-gradient(#fff 0 0)8px 50%/3px 12px no-repeat,linear-gradient(#fff 0 0)13px 50%/3px 12px no-repeat,#0b4f6c}
@media(max-width:48rem){aside{padding-block:12px 8px}aside::before{display:none}}
button{font:600 15px/1 system-ui,sans-serif;min-height:44px;padding:0 16px;border:2px solid #0000;border-radius:8px;background:#7cc4e4;color:#0b1c25;cursor:pointer}
a{padding:12px 0;white-space:normal;color:#7cc4e4;font-weight:600}
span span{white-space:nowrap}
:focus-visible{outline:3px solid #f4d35e;outline-offset:3px}`;
