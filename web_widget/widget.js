/**
 * The line that a website adds:
 *
 *   <script async src="https://…/widget.js"></script>
 *
 * Options are `data-` attributes of that script (see element.js for the list). A page that already
 * holds a <jeugdhulp-assistent> keeps it where it is.
 */

import { AssistantElement, OPTIONS } from "./element.js";

const NAME = "jeugdhulp-assistent";

/** @type {HTMLScriptElement | null} a script of type "module" is no current script */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector('script[src*="/widget."]');

if (!customElements.get(NAME)) {
  AssistantElement.home = new URL("./", script?.src ?? location.href);
  customElements.define(NAME, AssistantElement);
  // An asynchronous script may come before the page's own element, or before the body itself.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
}

function place() {
  if (document.querySelector(NAME)) return;
  const element = document.createElement(NAME);
  for (const option of OPTIONS) {
    const value = script?.getAttribute(`data-${option}`);
    if (value != null) element.setAttribute(option, value);
  }
  if (script && element.getAttribute("plaats") === "in") script.after(element);
  else document.body.append(element);
}
