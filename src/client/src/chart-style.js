let sheet;

/** The chart frame's own style. */
export function chartSheet() {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
  return sheet;
}

const css = `
:host { display: block; color: var(--ib-ink, #1d2733); font: inherit; position: relative; }
:host([hidden]) { display: none; }
figure { margin: 0; padding: 12px 14px 6px; border: 1px solid var(--ib-line, #dfe3e6); border-radius: var(--ib-radius, 6px); background: var(--ib-surface, #fff); }
@media (max-width: 480px) { figure { padding: 10px 8px 4px; } }
figure:empty { padding: 0; border: 0; }
.title { font-weight: 650; margin: 0 0 .25rem; }
.keys { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .8125rem; line-height: 1.5; color: var(--ib-ink-2, inherit); }
.keys[hidden] { display: none; }
.keys li { display: inline-flex; align-items: center; gap: 6px; }
.keys svg { flex: none; overflow: visible; }
.plot { position: relative; }
.empty { margin: 0; display: grid; place-items: center; height: 100%; min-height: 4rem; border: 1px dashed color-mix(in srgb, var(--ib-ink, #1d2733) 30%, transparent); border-radius: 8px; color: var(--ib-ink-2, inherit); font-size: .875rem; }
.apexcharts-canvas, .apexcharts-canvas svg { max-width: 100%; overflow: visible; }
.apexcharts-canvas { user-select: text; }
.foot { display: flex; justify-content: flex-end; min-height: 30px; margin-top: -8px; }
.save { position: relative; font-size: .8125rem; }
.save summary { display: inline-flex; align-items: center; gap: 5px; min-height: 28px; padding: 0 6px; border-radius: 4px; color: var(--ib-ink-2, inherit); cursor: pointer; list-style: none; }
.save summary::-webkit-details-marker { display: none; }
.save summary::before { content: ""; width: .9em; height: .9em; background: currentColor; clip-path: polygon(38% 0, 62% 0, 62% 42%, 82% 42%, 50% 74%, 18% 42%, 38% 42%, 38% 0, 0 100%, 0 86%, 100% 86%, 100% 100%, 0 100%); }
.save summary:hover { color: var(--ib-ink, inherit); background: var(--ib-raised, #eee); }
.save :focus-visible { outline: 2px solid var(--ib-focus, currentColor); outline-offset: 2px; }
.choices { position: absolute; right: 0; bottom: 100%; z-index: 30; display: grid; width: max-content; margin-bottom: 4px; padding: 4px; background: var(--ib-surface, #fff); border: 1px solid var(--ib-line-strong, #888); border-radius: var(--ib-radius, 6px); box-shadow: 0 4px 14px #0003; }
.choices button { font: inherit; min-height: 34px; padding: 0 12px; text-align: start; color: var(--ib-ink, inherit); background: none; border: 0; border-radius: 4px; cursor: pointer; }
.choices button:hover { background: var(--ib-raised, #eee); }
.tip { position: absolute; left: 0; top: 0; z-index: 20; box-sizing: border-box; width: max-content; max-width: min(17rem, 90%); padding: 9px 13px; font-size: 13px; line-height: 1.4; pointer-events: none;
  background: var(--ib-surface, #fff); color: var(--ib-ink, #1d2733); border: 1px solid color-mix(in srgb, var(--ib-ink, #1d2733) 16%, var(--ib-surface, #fff)); border-radius: 8px; box-shadow: 0 1px 3px #0003, 0 6px 20px #0003; }
.tip[hidden] { display: none; } .tip strong, .tip span { display: block; overflow-wrap: anywhere; }
@media print { svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .tip, .foot { display: none; } figure { break-inside: avoid; box-sizing: border-box; max-width: 100%; overflow: hidden; }
  .plot, .plot > div, .apexcharts-canvas { width: 100% !important; height: auto !important; min-height: 0 !important; } .apexcharts-svg { display: block; width: 100%; height: auto; } }
`;
