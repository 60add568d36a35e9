/** The map's own style; colours come from the page as custom properties, so that a theme switch needs no redraw. */
export const mapCss = `
.frame { --cn: var(--ib-cn, #b2432f); --ru: var(--ib-ru, #2f66b3); --jp: var(--ib-jp, #8f6410); --us: var(--ib-us, #6a4c9c);
  --surface: var(--ib-surface, #fff); --ink: var(--ib-ink, #1d2733); --accent: var(--ib-accent, #0b5c78); --line: var(--ib-map-border, #fff);
  height: 100%; display: flex; flex-direction: column; position: relative; }
.stage { container-type: inline-size; flex: 1; min-height: 0; position: relative; border-radius: 8px; overflow: hidden; background: var(--ib-map-sea, #eaf0f4); }
.map { position: absolute; inset: 0; background: none; font: inherit; z-index: 0; }
.map:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: 8px; }
.map.leaflet-container, .map.leaflet-container a { color: inherit; font: inherit; }
path { vector-effect: non-scaling-stroke; }
.land { fill: var(--ib-map-land, #f6f5f1); stroke: var(--ib-map-land-border, color-mix(in srgb, var(--ink) 16%, var(--ib-map-land, #f6f5f1))); stroke-width: .7; }
.country { stroke: var(--line); stroke-width: 1; outline: none; }
.interactive .country { cursor: pointer; }
.none { fill: var(--ib-map-none, #e4e2da); } .lv0 { fill: var(--ib-map-0, #d8e6ea); } .lv1 { fill: var(--ib-map-1, #a9cbd4); }
.lv2 { fill: var(--ib-map-2, #6ba3b3); } .lv3 { fill: var(--ib-map-3, #33788e); } .lv4 { fill: var(--ib-map-4, #0d4f63); }
.ring { fill: none; stroke: var(--ink); stroke-width: 2; pointer-events: none; }
.ring.casing { stroke: var(--surface); stroke-width: 7; }
.ring.focused { stroke: var(--accent); stroke-width: 3.5; }
.ring.subject { stroke: var(--ink); stroke-width: 2; }
.arc { fill: none; stroke-linecap: round; opacity: .82; transition: opacity .15s; }
.halo { fill: none; stroke: var(--surface); stroke-linecap: round; opacity: .55; pointer-events: none; }
.dimmed .arc { opacity: .12; } .dimmed .halo { opacity: 0; } .dimmed .arc.lit { opacity: 1; }
.route { fill: none; stroke: var(--ink); stroke-linecap: butt; stroke-dasharray: 6 3; } .route.lit { stroke: var(--accent); stroke-width: 4; }
.actor-cn { --c: var(--cn); } .actor-ru { --c: var(--ru); } .actor-jp { --c: var(--jp); } .actor-us { --c: var(--us); }
.arc { stroke: var(--c, var(--ink)); } .shape path { fill: var(--c, var(--ink)); }
.pin { position: absolute; width: 0; height: 0; }
.mark, .pin a { position: absolute; left: calc(var(--pin) / -2 - 1px); top: calc(var(--pin) / -2 - 1px); width: calc(var(--pin) + 2px); height: calc(var(--pin) + 2px); display: grid; place-items: center; pointer-events: auto; border-radius: 50%; text-decoration: none; }
.mark > * { grid-area: 1 / 1; }
.map .mark .shape { width: var(--pin); height: var(--pin); overflow: visible; z-index: 0; } .mark .shape path { stroke: var(--surface); stroke-width: 1.2; }
.map .mark b { font-size: calc(var(--pin) * .33); line-height: 1; font-weight: 700; color: var(--surface); z-index: 1; }
.map .mark .actor-us + b { padding-top: calc(var(--pin) * .18); font-size: calc(var(--pin) * .28); }
.pin a.spot-link { left: calc(var(--size) / -2); top: calc(var(--size) / -2); width: var(--size); height: var(--size); }
.pin a .place { position: static; } .pin a:hover .place { background: var(--accent); } .pin a:hover { z-index: 1; }
.pin a:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.place { position: absolute; left: calc(-1 * var(--r)); top: calc(-1 * var(--r)); width: calc(2 * var(--r)); height: calc(2 * var(--r)); box-sizing: border-box; border-radius: 50%; background: var(--ink); border: 1.5px solid var(--surface); }
.place.way { border-radius: 1px; transform: rotate(45deg); } .place.beyond { background: var(--surface); border-color: var(--ink); }
.labels { position: absolute; inset: 0; overflow: hidden; pointer-events: none; z-index: 450; }
.text { position: absolute; left: 0; top: 0; padding: 1px 6px 2px; border-radius: 5px; text-align: center; font-size: 12.5px; line-height: 1.25; font-weight: 650; white-space: nowrap; color: var(--ink);
  background: color-mix(in srgb, var(--surface) 88%, transparent); box-shadow: 0 0 0 .5px color-mix(in srgb, var(--ink) 14%, transparent); }
.text small { display: block; font-size: 11.5px; font-weight: 500; }
.text.spot, .text.way { font-weight: 500; font-size: 11.5px; padding: 0 4px; } .text.way { font-style: italic; }
.text[hidden] { display: none; }
.bar { position: absolute; right: 10px; top: 10px; z-index: 500; display: flex; flex-direction: column; border-radius: 8px; overflow: hidden; box-shadow: 0 1px 3px #0004; background: var(--surface); }
.bar button { appearance: none; border: 0; width: 32px; height: 32px; padding: 0; display: grid; place-items: center; background: var(--surface); color: var(--ink); cursor: pointer; }
.bar button + button { border-top: 1px solid color-mix(in srgb, var(--ink) 15%, var(--surface)); }
.bar button:hover { background: color-mix(in srgb, var(--ink) 8%, var(--surface)); }
.bar button[aria-disabled=true] { color: color-mix(in srgb, var(--ink) 38%, var(--surface)); cursor: default; }
.bar button:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: 8px; }
.bar svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
@media (pointer: coarse) { .bar button { width: 44px; height: 44px; } }
@container (max-width: 520px) { .bar { top: auto; bottom: 8px; right: 8px; flex-direction: row; } .bar button + button { border-top: 0; border-left: 1px solid color-mix(in srgb, var(--ink) 15%, var(--surface)); } }
.card { position: absolute; left: 0; top: 0; z-index: 600; box-sizing: border-box; min-width: 9rem; max-width: min(17rem, calc(100% - 16px)); padding: 10px 14px 11px; border-radius: 8px;
  background: var(--surface); color: var(--ink); box-shadow: 0 1px 3px #0003, 0 6px 20px #0003; border: 1px solid color-mix(in srgb, var(--ink) 14%, var(--surface)); font-size: .875rem; line-height: 1.4; }
.card[hidden] { display: none; }
.card strong { display: block; font-size: .9375rem; } .card p { margin: 0 0 4px; } .card ul { list-style: none; margin: 4px 0; padding: 0; }
.card a { display: inline-block; padding: 4px 0 0; color: var(--accent); font-weight: 600; text-underline-offset: 2px; }
.card a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.foot { display: flex; flex-wrap: wrap; gap: 4px 18px; align-items: center; padding-top: 8px; font-size: .8125rem; line-height: 1.4; color: var(--ib-ink-2, color-mix(in srgb, var(--ink) 78%, var(--surface))); }
.foot:empty { display: none; }
.foot .note { margin: 0; flex: 1 1 16rem; text-align: right; font-size: .75rem; }
.key { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
.key .shape { flex: none; } .key .dash { flex: none; margin-left: -2px; }
.keys { display: flex; flex-wrap: wrap; gap: 2px 12px; }
.ramp { display: inline-flex; border-radius: 3px; overflow: hidden; box-shadow: inset 0 0 0 1px #0002; } .ramp i { width: 18px; height: 10px; }
.ramp i.lv0 { background: var(--ib-map-0, #d8e6ea); } .ramp i.lv1 { background: var(--ib-map-1, #a9cbd4); } .ramp i.lv2 { background: var(--ib-map-2, #6ba3b3); }
.ramp i.lv3 { background: var(--ib-map-3, #33788e); } .ramp i.lv4 { background: var(--ib-map-4, #0d4f63); }
@media (max-width: 600px) { .foot { gap: 2px 14px; } .foot .note { text-align: left; } }
@media (prefers-reduced-motion: reduce) { .arc { transition: none; } }
@media (forced-colors: active) { .country, .land { stroke: CanvasText; } .bar button { border: 1px solid ButtonText; } }
@media print { .bar, .card { display: none; } .stage, .map { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
