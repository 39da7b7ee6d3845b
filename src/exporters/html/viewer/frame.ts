// What stands around the picture, and how it looks.

export const style = `
:host { display: block; position: relative; min-height: 240px; aspect-ratio: 16 / 9; overflow: hidden; contain: strict;
  color-scheme: light dark; font: 15px/1.4 Arial, Helvetica, sans-serif; background: var(--page, #fff); }
:host([data-whole]) { position: fixed; inset: 0; aspect-ratio: auto; }
main { position: absolute; inset: 0 0 44px; overflow: hidden; touch-action: none; cursor: grab; }
main:focus-visible { outline: 0; }
main:focus-visible::after { content: ''; position: absolute; inset: 0; border: 2px solid #4d7ff0; pointer-events: none; }
main svg { position: absolute; left: 0; top: 0; transform-origin: 0 0; }
main [data-opens] { cursor: pointer; outline: 0; }
main [data-opens]:focus-visible { outline: 3px solid #4d7ff0; outline-offset: 3px; }
main p { padding: 16px; color: #b4231f; }
aside { position: absolute; inset: auto 0 44px; height: 24%; overflow: auto; padding: 12px 16px; white-space: pre-line;
  font-size: 18px; background: #f4f5f7; color: #1b1f24; border-top: 1px solid #d5dae1; box-sizing: border-box; }
:host([data-notes]) main { bottom: calc(44px + 24%); }
nav { position: absolute; inset: auto 0 0; height: 44px; display: flex; gap: 8px; align-items: center; padding: 0 12px;
  background: #f4f5f7; color: #1b1f24; border-top: 1px solid #d5dae1; color-scheme: light; box-sizing: border-box; }
nav button, nav select { font: inherit; min-height: 32px; min-width: 36px; }
nav select { max-width: 40%; }
nav output { margin-left: auto; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
[hidden] { display: none !important; }
:host([data-dark]) :is(nav, aside) { background: #1c2229; color: #e9edf2; border-color: #2c343d; color-scheme: dark; }
@media (width < 480px) { nav output { display: none; } }
`

/** `data-act` names what a press does; the words are those of `ViewerWords`, where the page brings its own. */
export const frame = `<main tabindex="0" aria-label="Figure"></main><nav>
<button type="button" data-act="back" aria-label="Back">&#8592;</button>
<select aria-label="View"></select>
<button type="button" data-act="next" aria-label="Next">&#8594;</button>
<button type="button" data-act="out" aria-label="Zoom out">&#8722;</button>
<button type="button" data-act="fit" aria-label="Show all">&#9633;</button>
<button type="button" data-act="in" aria-label="Zoom in">+</button>
<button type="button" data-act="notes" aria-label="Speaker notes">&#9776;</button>
<output></output></nav><aside tabindex="0" hidden></aside>`
