let sheet;

/** The chart frame's own style. */
export function chartSheet() {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
  return sheet;
}

const css = `
:host { display: block; color: var(--ib-ink, #1d2733); font: inherit; position: relative; }
:host([hidden]) { display: none; }
figure { margin: 0; }
.title { font-weight: 650; margin: 0 0 .25rem; }
.keys { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .8125rem; line-height: 1.5; }
.keys li { display: inline-flex; align-items: center; gap: 6px; }
.keys svg { flex: none; overflow: visible; }
.plot { position: relative; }
.empty { margin: 0; display: grid; place-items: center; height: 100%; min-height: 4rem; border: 1px dashed color-mix(in srgb, var(--ib-ink, #1d2733) 30%, transparent); border-radius: 8px; color: var(--ib-ink-2, inherit); font-size: .875rem; }
.apexcharts-canvas, .apexcharts-canvas svg { max-width: 100%; overflow: visible; }
.apexcharts-canvas { user-select: text; }
.tip { position: absolute; left: 0; top: 0; z-index: 20; box-sizing: border-box; width: max-content; max-width: min(17rem, 90%); padding: 9px 13px; font-size: 13px; line-height: 1.4; pointer-events: none;
  background: var(--ib-surface, #fff); color: var(--ib-ink, #1d2733); border: 1px solid color-mix(in srgb, var(--ib-ink, #1d2733) 16%, var(--ib-surface, #fff)); border-radius: 8px; box-shadow: 0 1px 3px #0003, 0 6px 20px #0003; }
.tip[hidden] { display: none; } .tip strong, .tip span { display: block; overflow-wrap: anywhere; }
@media print { svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .tip { display: none; }
  .plot, .apexcharts-canvas { width: 100% !important; height: auto !important; min-height: 0 !important; } .apexcharts-svg { width: 100%; height: auto; } figure { break-inside: avoid; } }
`;
