/** Prints part of the chat, alone on its page: the browser's print window also saves it as a PDF. */

import { el } from "./dom.js";
import { PRINT_STYLES } from "./styles.js";
import { TEXTS } from "./texts.js";

/**
 * @param {Element} overview
 * @param {HTMLElement} root where a frame may stand
 */
export function printOverview(overview, root) {
  const frame = el("iframe", { class: "spoken", "aria-hidden": "true", tabindex: "-1", title: TEXTS.printTitle });
  root.append(frame);
  const view = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
  if (!view) return;
  const page = view.document;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(PRINT_STYLES);
  page.adoptedStyleSheets = [sheet];
  page.title = TEXTS.printTitle;
  page.documentElement.lang = "nl-BE";
  const copy = /** @type {Element} */ (page.importNode(overview, true));
  for (const node of copy.querySelectorAll("button")) node.remove();
  page.body.append(copy);
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}
