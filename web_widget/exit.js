/** The quick exit: off this page at once, and nothing of the conversation left in the tab. */

import { el } from "./dom.js";

const PRESSES = 3;
const WITHIN_MS = 5_000;

/**
 * Blanks the window and replaces this page, so that "back" does not return to it. Promises no more
 * than that: the browser's own history is not ours to clear.
 *
 * @param {string} address the neutral page
 */
export function leavePage(address) {
  const blank = el("dialog", { class: "blank" });
  const host = el("div");
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "dialog{position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;border:0;background:#fff}" +
      "dialog::backdrop{background:#fff}",
  );
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(blank);
  document.body.append(host);
  blank.showModal();
  document.title = "";
  document.head.append(el("meta", { name: "referrer", content: "no-referrer" }));
  location.replace(address);
}

/**
 * Calls `act` after three presses of Shift in a row, with no other key in between.
 *
 * @param {() => void} act
 * @returns {() => void} stops listening
 */
export function onTripleShift(act) {
  /** @type {number[]} */
  let presses = [];
  const listen = (/** @type {KeyboardEvent} */ event) => {
    if (event.repeat) return;
    const now = event.timeStamp;
    presses = event.key === "Shift" ? [...presses.filter((then) => now - then < WITHIN_MS), now] : [];
    if (presses.length < PRESSES) return;
    presses = [];
    act();
  };
  window.addEventListener("keydown", listen, true);
  return () => window.removeEventListener("keydown", listen, true);
}
