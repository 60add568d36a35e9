export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: contents; }
  .bar { position: fixed; inset: auto 0 1rem; margin-inline: auto; inline-size: fit-content; max-inline-size: calc(100vw - 2rem); box-sizing: border-box; z-index: 20; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem;
    padding: .6rem .9rem; border: 1px solid var(--ib-line-strong); border-radius: .5rem; background: var(--ib-surface); color: var(--ib-ink); box-shadow: 0 4px 18px rgb(0 0 0 / .22); font: inherit; font-size: .925rem; }
  p { margin: 0; font-weight: 600; }
  a { color: var(--ib-accent); min-block-size: 24px; display: inline-flex; align-items: center; }
  button { font: inherit; min-block-size: 2rem; min-inline-size: 2rem; padding: .2rem .7rem; border: 1px solid var(--ib-line); border-radius: .35rem; background: transparent; color: inherit; cursor: pointer; }
  .main { background: var(--ib-accent); border-color: var(--ib-accent); color: var(--ib-accent-ink); }
  :is(a, button):focus-visible { outline: 2px solid var(--ib-focus); outline-offset: 2px; }
  @media print { .bar { display: none; } }
`);
