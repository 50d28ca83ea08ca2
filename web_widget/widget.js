/**
 * The line that a website adds:
 *
 *   <script type="module" src="https://…/widget/widget.js"></script>
 *
 * Options are `data-` attributes of that script (see element.js for the list). A page that already
 * holds a <jeugdhulp-assistent> keeps it where it is.
 */

import { AssistantElement, OPTIONS } from "./element.js";

const NAME = "jeugdhulp-assistent";

if (!customElements.get(NAME)) {
  customElements.define(NAME, AssistantElement);
  const script = [...document.scripts].find(({ src }) => src === import.meta.url);
  if (!document.querySelector(NAME)) {
    const element = document.createElement(NAME);
    for (const option of OPTIONS) {
      const value = script?.getAttribute(`data-${option}`);
      if (value != null) element.setAttribute(option, value);
    }
    if (script && element.getAttribute("plaats") === "in") script.after(element);
    else document.body.append(element);
  }
}
