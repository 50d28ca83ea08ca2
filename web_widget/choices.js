/** The buttons under the last message. A choice says its text; wishes about the conversation stand apart. */

import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./types.js").Button} Button */
/** @typedef {import("./types.js").Item} Item */

/**
 * All buttons of these items, each text once.
 *
 * @param {Item[]} items
 */
export function buttonsOf(items) {
  /** @type {Map<string, Button>} */
  const buttons = new Map();
  for (const item of items) for (const choice of item.buttons ?? []) buttons.set(choice.payload, choice);
  return [...buttons.values()];
}

/**
 * @param {Button[]} buttons
 * @param {boolean} several  more than one may be chosen
 * @param {(payload: string, title: string) => void} say
 * @returns {Node[]}
 */
export function choiceNodes(buttons, several, say) {
  /** @param {Button[]} some @param {string} look */
  const plain = (some, look) => some.map(({ title, payload }) => button(look, title, () => say(payload, title)));
  const choices = buttons.filter(({ soort }) => soort !== "wens");
  const wishes = buttons.filter(({ soort }) => soort === "wens");
  const nodes = several && choices.length > 1 ? toggles(choices, say) : plain(choices, "");
  if (wishes.length) nodes.push(el("div", { class: "wishes" }, ...plain(wishes, "small")));
  return nodes;
}

/**
 * @param {Button[]} choices
 * @param {(payload: string, title: string) => void} say
 * @returns {Node[]}
 */
function toggles(choices, say) {
  const send = button("strong", TEXTS.sendSeveral, () => {
    const chosen = choices.filter((_, index) => nodes[index]?.getAttribute("aria-pressed") === "true");
    if (chosen.length) say(enumeration(chosen.map((c) => c.payload)), enumeration(chosen.map((c) => c.title)));
  });
  const nodes = choices.map(({ title }) => {
    const toggle = button("toggle", title, () => {
      toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
      send.hidden = !nodes.some((node) => node.getAttribute("aria-pressed") === "true");
    });
    toggle.setAttribute("aria-pressed", "false");
    return toggle;
  });
  send.hidden = true;
  return [el("p", { class: "hint" }, TEXTS.several), ...nodes, el("div", { class: "row" }, send)];
}

/** @param {string[]} parts */
function enumeration(parts) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} en ${parts.at(-1)}`;
}
