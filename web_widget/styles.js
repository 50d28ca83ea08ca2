/**
 * The widget's looks, as one constructed style sheet: it lives in the shadow tree, so the page's CSS
 * and ours never meet, and a strict Content-Security-Policy has nothing to object to.
 *
 * Sizes are in em, from the reader's own font size. Websites may set --assistent-kleur (the main
 * colour) and --assistent-op-kleur (text on it).
 */

const DARK = `
  --main: var(--assistent-kleur, #1d5a69);
  --accent: var(--assistent-kleur-donker, #9ad6e2);
  --surface: #141d21;
  --text: #e8f0f2;
  --soft-text: #a9bbc1;
  --bubble: #223037;
  --line: #34464e;
  --field-line: #8ba0a8;
  --warn-surface: #33290f;
  --warn-line: #d9a93d;
  --warn-text: #f7d98c;
  --danger-surface: #3a1c19;
  --danger: #f2a59c;
  --good-surface: #16301f;
  --good: #7fcf9f;
  --shadow: 0 .6em 2.4em rgb(0 0 0 / .6);
  color-scheme: dark;
`;

export const STYLES = `
:host { display: contents !important; }
:host([plaats="in"]) { display: block !important; }
[hidden] { display: none !important; }

.root {
  all: initial;
  --main: var(--assistent-kleur, #14505f);
  --on-main: var(--assistent-op-kleur, #ffffff);
  --accent: var(--assistent-kleur, #14505f);
  --surface: #ffffff;
  --text: #1b2a30;
  --soft-text: #4c5f66;
  --bubble: #eef3f4;
  --line: #cfdadd;
  --field-line: #6d8188;
  --warn-surface: #fff5dc;
  --warn-line: #96640a;
  --warn-text: #573a00;
  --danger-surface: #fdf0ed;
  --danger: #a8281d;
  --danger-fill: #a8281d;
  --good-surface: #eaf5ee;
  --good: #1f6b41;
  --shadow: 0 .6em 2.4em rgb(12 35 43 / .24), 0 .1em .4em rgb(12 35 43 / .16);
  color-scheme: light;
  display: block;
  font: max(1rem, 16px)/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  color: var(--text);
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
.root[data-thema="donker"] {${DARK}}
@media (prefers-color-scheme: dark) { .root:not([data-thema="licht"]) {${DARK}} }

*, *::before, *::after { box-sizing: border-box; }
h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
button, textarea, input { font: inherit; color: inherit; letter-spacing: inherit; word-spacing: inherit; }
button { cursor: pointer; touch-action: manipulation; user-select: none; -webkit-user-select: none; }
svg { width: 1.5em; height: 1.5em; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }
a { color: var(--accent); text-underline-offset: .18em; overflow-wrap: anywhere; }
a[href^="tel:"], .keep { white-space: nowrap; }
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.spoken { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }

.launcher {
  position: fixed; inset: auto max(1em, env(safe-area-inset-right)) max(1em, env(safe-area-inset-bottom)) auto;
  z-index: 2147483000;
  display: flex; align-items: center; gap: .6em; min-height: 3.5em; max-width: calc(100vw - 2em); padding: .6em 1.3em;
  border: 2px solid transparent; border-radius: 2em; background: var(--main); color: var(--on-main);
  font-weight: 600; box-shadow: var(--shadow);
}
[data-plaats="links"] .launcher { inset-inline: max(1em, env(safe-area-inset-left)) auto; }
.launcher.neutral { min-width: 3.5em; justify-content: center; padding: .6em; }
.badge { min-width: 1.6em; padding: 0 .45em; border-radius: 1em; background: var(--on-main); color: var(--main); font-size: .875em; }
.neutral .badge { position: absolute; inset: -.4em -.3em auto auto; border: 2px solid var(--main); }
.launcher:hover { filter: brightness(1.12); }
.launcher:focus-visible { outline-offset: 3px; box-shadow: 0 0 0 3px var(--surface), var(--shadow); }

.panel {
  position: fixed; inset: auto 1em 1em auto; z-index: 2147483000;
  width: min(27em, calc(100vw - 2em)); height: min(46em, calc(100vh - 2em)); height: min(46em, calc(100dvh - 2em));
  max-width: none; max-height: none; margin: 0; padding: 0; overflow: hidden auto;
  flex-direction: column; container-type: size;
  border: 1px solid var(--line); border-radius: 1em; background: var(--surface); color: var(--text);
  box-shadow: var(--shadow);
}
.panel[open], section.panel { display: flex; }
.panel::backdrop { background: var(--surface); }
[data-plaats="links"] .panel { inset-inline: 1em auto; }
section.panel { position: static; width: 100%; height: min(40em, 85vh); box-shadow: none; }
@media (max-width: 40em), (max-height: 30em) {
  dialog.panel, [data-plaats="links"] dialog.panel {
    inset: var(--view-top, 0px) 0 auto 0; width: 100%; height: var(--view-height, 100dvh);
    border: 0; border-radius: 0; box-shadow: none;
  }
}

/* Where even the least does not fit, the panel scrolls under its top: the way out stays in view. */
.top { position: sticky; top: 0; z-index: 1; flex: none; display: flex; align-items: center; flex-wrap: wrap; gap: .25em .5em; padding: 9px 6px 9px 16px;
  background: var(--main); color: var(--on-main); }
.top h2 { flex: 1 1 5.5em; min-width: 0; font-size: 1em; font-weight: 650; line-height: 1.25; overflow-wrap: anywhere; }
.tools { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: 2px; margin-inline-start: auto; }
@container (max-width: 14em) { .exit svg { display: none; } .bubble { max-width: 100% !important; } }
@container (max-height: 22em) and (max-width: 21em) {
  .top h2 { position: absolute; clip-path: inset(50%); }
}
.top button { display: flex; align-items: center; justify-content: center; min-width: 44px; min-height: 44px;
  border: 2px solid transparent; border-radius: .6em; background: none; }
.top .menu svg { stroke-width: 3.5; }
.top button:hover { background: rgb(255 255 255 / .16); }
.top :focus-visible { outline-color: var(--on-main); outline-offset: -1px; }
.top .exit { gap: .4em; padding: .25em 11px; background: var(--on-main); color: var(--main); font-weight: 650; }
.top .exit svg { width: 1.15em; height: 1.15em; }
.top .exit:hover { background: var(--on-main); text-decoration: underline; text-underline-offset: .18em; }
.top .exit:focus-visible { outline-offset: 2px; }

.more { overflow: auto; flex: 1 0 8em; padding: 1em; }
.more:not([hidden]) ~ .scroll { visibility: hidden; flex: 0 0 0; min-height: 0; padding-block: 0; }
.more:not([hidden]) ~ :is(.progress, .jump, .composer) { display: none; }
.easy .more { font-size: 1.25em; }
.more h3 { font-size: 1em; }
.more p { margin-top: .3em; font-size: .9375em; }
.more .part { margin-top: 1.3em; }
.more .plain { margin-top: .6em; }

.more .toggle, .more .row { display: flex; margin-top: .5em; }
.more form { margin-top: .75em; }
.more label { display: block; font-weight: 600; }
.more input { width: 100%; margin-bottom: .2em; }
.more .code { font: 700 1.3em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; letter-spacing: .02em; user-select: all; }

.progress { flex: none; padding: .5em 1em .55em; border-bottom: 1px solid var(--line); color: var(--soft-text); font-size: .875em; }
.bar { height: .3em; margin-top: .3em; overflow: hidden; border-radius: 1em; background: var(--line); }
.bar span { display: block; height: 100%; border-radius: inherit; background: var(--accent); transition: width .3s; }

.scroll { flex: 1 1 auto; min-height: 5em; overflow: hidden auto; overscroll-behavior: contain; padding: 1em; }
.scroll:focus-visible { outline-offset: -3px; }
.message { display: flex; flex-direction: column; align-items: flex-start; }
.message + .message { margin-top: .55em; }
.person + .assistant, .assistant + .person { margin-top: 1em; }
.bubble { position: relative; max-width: 92%; padding: .65em .95em; border: 1px solid transparent; border-radius: 1.1em;
  overflow-wrap: anywhere; hyphens: auto; hyphenate-limit-chars: 14 5 5; }
.bubble p { white-space: pre-line; }
.bubble :is(p, dd), textarea { unicode-bidi: plaintext; }
.bubble p + p, .bubble p + .lines, .bubble .lines + p { margin-top: .6em; }
.assistant .bubble { border-end-start-radius: .3em; background: var(--bubble); }
.person { align-items: flex-end; }
.person .bubble { max-width: 85%; border-end-end-radius: .3em; background: var(--main); color: var(--on-main); }
.person .bubble p { white-space: pre-wrap; }
.person.unsent .bubble { background: none; border: 2px dashed var(--field-line); color: var(--text); }
.unsent-note { margin-top: .25em; color: var(--soft-text); font-size: .875em; }
.bubble .source { margin-top: .5em; color: var(--soft-text); font-size: .8125em; }
.bubble .source a { color: inherit; }

.overzicht .bubble, .gevaar .bubble { width: 100%; max-width: 100%; }
.gevaar .bubble { border: 1px solid var(--danger); border-inline-start-width: .4em; border-radius: .6em; background: var(--danger-surface); }
.ontvangst .bubble { border-color: var(--good); border-inline-start-width: .4em; border-radius: .6em; background: var(--good-surface); }
.fout .bubble { border-color: var(--warn-line); background: var(--warn-surface); }

.lines { display: grid; gap: .5em; list-style: none; }
.lines a { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 .75em; white-space: normal; min-height: 2.75em; padding: .55em .9em;
  border: 1.5px solid var(--accent); border-radius: .7em; background: var(--surface); text-decoration: none; }
.lines .name { font-weight: 600; }
.lines strong { font-size: 1.125em; font-weight: 700; white-space: nowrap; text-decoration: underline; text-underline-offset: .18em; }
.lines .about { grid-column: 1 / -1; color: var(--soft-text); font-size: .875em; line-height: 1.35; }
.lines a:hover { background: var(--bubble); }
.gevaar .lines a { border-color: var(--danger); background: var(--danger-fill); color: #fff; }
.gevaar .lines .about { color: inherit; }
.gevaar .lines a:hover { filter: brightness(.9); }
.gevaar .lines a:focus-visible { outline-color: var(--text); }

.overview { display: grid; gap: .6em; margin-top: .7em; }
.overview section { padding: .7em .85em; border: 1px solid var(--line); border-radius: .7em; background: var(--surface); }
.overview h3 { font-size: 1em; font-weight: 650; line-height: 1.35; }
.overview dl > div { margin-top: .5em; }
.overview dt { color: var(--soft-text); font-size: .875em; line-height: 1.35; }
.overview dd { white-space: pre-line; }
.overview .important { border: 2px solid var(--warn-line); background: var(--warn-surface); }
.overview .important h3, .overview .important dt { color: var(--warn-text); }
.overview .important dd { font-weight: 600; }
.tag { display: inline-block; margin-inline-end: .25em; padding: .1em .55em; border-radius: .4em; background: var(--warn-text);
  color: var(--warn-surface); font-size: .8125em; font-weight: 700; }

.choices { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .9em; }
.choices button, .plain, .strong { min-height: 2.75em; padding: .45em 1.05em; border: 2px solid var(--accent); border-radius: 1.4em;
  background: var(--surface); color: var(--accent); font-weight: 600; line-height: 1.3; text-align: start; overflow-wrap: anywhere; }
.choices button:hover, .plain:hover { background: var(--bubble); }
.strong { background: var(--main); border-color: transparent; color: var(--on-main); }
.strong:hover { filter: brightness(1.12); }

.row { display: flex; flex-wrap: wrap; gap: .5em; width: 100%; }
.wishes { display: flex; flex-wrap: wrap; gap: .1em .35em; width: 100%; margin-inline-start: -.7em; }
button.small { min-height: 44px; min-width: 44px; padding: .3em .7em; border: 2px solid transparent; border-radius: .7em; background: none;
  color: var(--accent); font-size: .9375em; font-weight: 500; text-align: start; text-decoration: underline;
  text-decoration-thickness: 1px; text-underline-offset: .25em; }
button.small:hover { background: var(--bubble); text-decoration-thickness: 2px; }
.bubble button.small:hover, .more button.small:hover { background: var(--surface); }
.toggle { display: inline-flex; align-items: center; min-height: 44px; padding: .45em 1.05em .45em .8em; border: 2px solid var(--field-line); border-radius: .8em;
  background: var(--surface); color: var(--text); font-weight: 500; line-height: 1.3; text-align: start; }
.choices .toggle { border-color: var(--field-line); border-radius: .8em; color: var(--text); font-weight: 500; }
.toggle::before { content: ""; display: grid; place-items: center; flex: none; width: 1.25em; height: 1.25em;
  margin-inline-end: .6em; border: 2px solid var(--field-line); border-radius: .3em; font-weight: 700; line-height: 1; }
.toggle[aria-pressed="true"] { border-color: var(--accent); background: var(--bubble); }
.toggle[aria-pressed="true"]::before { content: "✓"; content: "✓" / ""; border-color: var(--accent); background: var(--accent);
  color: var(--surface); }
.warning { margin-top: .2em; padding: .8em .9em; border: 1px solid var(--warn-line); border-radius: .7em; background: var(--warn-surface); }
.warning .row { margin-top: .7em; }
.choices .hint { width: 100%; color: var(--soft-text); font-size: .9375em; }
.overview dd:has(.change) { display: flex; align-items: center; justify-content: space-between; gap: .5em; }
.overview dd .change { flex: none; margin-block: -.4em; }
.asked { display: flex; flex-wrap: wrap; align-items: center; gap: .1em .35em; margin-top: .7em; color: var(--soft-text); font-size: .9375em; }
.asked:empty { display: none; }
.extras { display: flex; flex-wrap: wrap; align-items: center; gap: .35em; margin-inline: .2em; color: var(--soft-text); font-size: .875em; }
.person .extras { justify-content: end; }
.easy .scroll, .easy textarea { font-size: max(1.3rem, 20px); line-height: 1.65; letter-spacing: .01em; word-spacing: .06em; }
.easy .bubble { max-width: 100%; hyphens: manual; }
.easy .source { display: none; }
.easy dialog.panel { width: min(34em, calc(100vw - 2em)); }
@media (max-width: 40em), (max-height: 30em) { .easy dialog.panel { width: 100%; } }
/* An opaque strip over the end of the scroll area: it half covers no text, and what is read does not move when it comes or goes. */
.jump { position: relative; height: 0; }
.jump button { position: absolute; inset: auto 0 0; display: flex; align-items: center; justify-content: end; height: 44px; padding-inline: .8em;
  border: 0; background: var(--surface); color: var(--accent); }
.jump svg { box-sizing: border-box; width: 34px; height: 34px; padding: 5px; border: 2px solid; border-radius: 50%; background: var(--surface); }
@container (max-height: 22em) { .jump button { inset: auto 0 .25em auto; background: none; } }

.typing { display: flex; gap: .3em; width: fit-content; margin-top: 1em; padding: .85em 1em; border: 1px solid transparent; border-radius: 1.1em;
  border-end-start-radius: .3em; background: var(--bubble); }
.typing span { width: .5em; height: .5em; border-radius: 50%; background: var(--soft-text); animation: breathe 1.2s infinite ease-in-out; }
.typing span:nth-child(2) { animation-delay: .2s; }
.typing span:nth-child(3) { animation-delay: .4s; }
@keyframes breathe { 0%, 70%, 100% { opacity: .3; } 35% { opacity: 1; } }

.notice:not(:empty) { display: grid; gap: .75em; justify-items: start; margin-top: 1em; padding: .85em 1em; border: 1px solid var(--warn-line);
  border-inline-start-width: .4em; border-radius: .6em; background: var(--warn-surface); }
.notice .lines { width: 100%; }
.notice.calm:not(:empty) { border-color: var(--line); background: var(--bubble); }

.composer { flex: none; display: flex; flex-wrap: wrap; align-items: end; justify-content: end; gap: .5em;
  padding: .6em .75em max(.6em, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
.helper { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .5em; flex-basis: 100%; }
.helper:empty { display: none; }
.places { display: flex; flex-wrap: wrap; gap: .1em .35em; max-height: 92px; overflow: auto; }
input { min-height: 44px; padding: .4em .7em; border: 1.5px solid var(--field-line); border-radius: .6em; background: var(--surface); }
.composer .voice { display: grid; place-items: center; width: 44px; height: 44px; border: 2px solid var(--accent); border-radius: 50%;
  background: var(--surface); color: var(--accent); }
.composer .voice[aria-pressed="true"] { background: var(--accent); color: var(--surface); }
.composer textarea { scroll-margin: .6em; flex: 1 1 6.5em; min-width: 0; min-height: 2.75em; max-height: 9em; padding: .55em .8em; resize: none; overflow: auto;
  border: 1.5px solid var(--field-line); border-radius: .8em; background: var(--surface); line-height: 1.4; }
.composer textarea::placeholder { color: var(--soft-text); opacity: 1; }
.composer textarea:focus-visible { outline-offset: 0; }
.composer .send { min-height: 2.75em; padding: .45em 1em; border: 2px solid transparent; border-radius: .8em; background: var(--main);
  color: var(--on-main); font-weight: 650; }
.composer .send:hover { filter: brightness(1.12); }
.composer .send[aria-disabled="true"] { background: var(--bubble); color: var(--soft-text); cursor: default; filter: none; }
.composer .hint { flex-basis: 100%; color: var(--soft-text); font-size: .875em; }
.composer .hint:empty { display: none; }
.composer .letters { margin-inline-end: auto; }

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  .tag { border: 1px solid; background: Canvas; color: CanvasText; }
  .bar { border: 1px solid CanvasText; }
  .bar span, .typing span { background: CanvasText; forced-color-adjust: none; }
}
@media print { .launcher, .composer, .choices, .tools { display: none !important; } }
`;

/** An overview alone on paper: black on white, nothing cut in two. */
export const PRINT_STYLES = `
body { margin: 1.5cm; font: 12pt/1.5 system-ui, "Liberation Sans", sans-serif; color: #000; }
section { break-inside: avoid; margin-bottom: 1em; padding: .8em 1em; border: 1pt solid #999; border-radius: 6pt; }
section.important { border-width: 2pt; border-color: #000; }
h3 { margin: 0 0 .3em; font-size: 13pt; }
.tag { padding: 0 .4em; border: 1pt solid; border-radius: 3pt; font-size: 10pt; }
dl, dd { margin: 0; }
dl > div { margin-top: .6em; }
dt { font-size: 10pt; color: #333; }
dd { white-space: pre-line; overflow-wrap: anywhere; }
.spoken { display: none; }
`;
