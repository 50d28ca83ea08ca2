/** Messages as nodes. Everything that comes from outside ends up in text nodes. */

import { button, el, spoken } from "./dom.js";
import { linked, telephone } from "./links.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").HelpLine} HelpLine */
/** @typedef {import("./types.js").Section} Section */

/**
 * What the person said. Not announced: the person knows.
 *
 * @param {string} text
 */
export function personMessage(text) {
  const bubble = el("div", { class: "bubble" }, spoken(`${TEXTS.you} `), el("p", {}, text));
  return el("div", { class: "message person", "aria-live": "off" }, bubble);
}

/**
 * One item of the assistant, with all that belongs to it, as one node: a live region that receives it
 * whole announces it whole, and once.
 *
 * @param {Item} item
 */
export function assistantMessage(item) {
  const { text = "", buttons = [], custom = {} } = item;
  const bubble = el("div", { class: "bubble" }, spoken(`${TEXTS.assistant} `));
  if (custom.voortgang) {
    const { nummer, van } = custom.voortgang;
    bubble.append(spoken(`${TEXTS.progress(nummer, van)}. `));
  }
  bubble.append(...paragraphs(text));
  if (custom.lijnen?.length) bubble.append(helpLines(custom.lijnen));
  if (custom.onderdelen?.length) bubble.append(overview(custom.onderdelen));
  if (custom.bron) bubble.append(el("p", { class: "source" }, ...linked(sourceLine(custom.bron))));
  const choices = buttons.filter(({ soort }) => soort !== "wens").length;
  if (choices) bubble.append(spoken(` ${TEXTS.choicesBelow(choices)}`));
  const kind = ["overzicht", "gevaar", "ontvangst", "fout"].find((known) => known === custom.soort);
  return el("div", { class: kind ? `message assistant ${kind}` : "message assistant" }, bubble);
}

/**
 * Whether there is anything to read in an item; some only carry a progress or a keyboard hint.
 *
 * @param {Item} item
 */
export function isVisible({ text, custom }) {
  return Boolean(text?.trim() || custom?.lijnen?.length || custom?.onderdelen?.length);
}

/**
 * Phone numbers as large links.
 *
 * @param {HelpLine[]} lines
 */
export function helpLines(lines) {
  const list = el("ul", { class: "lines" });
  for (const { naam, nummer, uitleg } of lines) {
    const link = el("a", { href: telephone(nummer) }, spoken(`${TEXTS.call} `));
    link.append(el("span", { class: "name" }, naam), " ", el("strong", {}, nummer));
    if (uitleg) link.append(" ", el("span", { class: "about" }, uitleg));
    list.append(el("li", {}, link));
  }
  return list;
}

/** @param {string} text */
function paragraphs(text) {
  const parts = text.split(/\n{2,}/u).filter((part) => part.trim());
  return parts.map((part) => el("p", {}, ...linked(part)));
}

/** @param {Section[]} sections */
function overview(sections) {
  const card = el("div", { class: "overview" });
  for (const { titel, belangrijk, regels } of sections) {
    const heading = el("h3", {}, titel);
    if (belangrijk) heading.prepend(el("span", { class: "tag" }, TEXTS.important), " ");
    const rows = el("dl");
    for (const { label, antwoord } of regels) {
      rows.append(el("div", {}, el("dt", {}, label), el("dd", {}, antwoord)));
    }
    card.append(el("section", { class: belangrijk ? "important" : "part" }, heading, rows));
  }
  return card;
}

/**
 * Adds "Wijzig" to each answer of an overview, and a way to keep it, for as long as it is the last message.
 *
 * @param {Element} overview
 * @param {(text: string) => void} say
 * @param {() => void} print
 */
export function makeChangeable(overview, say, print) {
  for (const row of overview.querySelectorAll("dl > div")) {
    const label = row.querySelector("dt")?.textContent ?? "";
    const change = button("small change", TEXTS.change, () => say(`${TEXTS.change}: ${label}`));
    change.append(spoken(` ${label}`));
    row.querySelector("dd")?.append(" ", change);
  }
  overview.append(button("small change", TEXTS.print, print));
}

/**
 * The time of a message, and buttons to copy it and have it read aloud; for who asks for them.
 *
 * @param {Element} message
 * @param {{ seconds: number | undefined, copy: (text: string) => void, read: ((text: string) => void) | null }} options
 */
export function addExtras(message, { seconds, copy, read }) {
  if (message.querySelector(".extras")) return;
  const text = () => textOf(message);
  const row = el("div", { class: "extras", "aria-live": "off" });
  if (seconds) {
    const date = new Date(seconds * 1_000);
    const today = date.toDateString() === new Date().toDateString();
    const shown = date.toLocaleString("nl-BE", { timeStyle: "short", ...(today ? {} : { dateStyle: "medium" }) });
    row.append(el("time", { datetime: date.toISOString() }, shown));
  }
  row.append(button("small", TEXTS.copy, () => copy(text())));
  if (read) row.append(button("small", TEXTS.readAloud, () => read(text())));
  message.append(row);
}

/**
 * What is to be read in a message, without words that only a screen reader needs.
 *
 * @param {Element} message
 */
export function textOf(message) {
  const parts = [...message.querySelectorAll(".bubble :is(p, h3, dt, dd, .lines li)")].map((part) => {
    const copy = /** @type {Element} */ (part.cloneNode(true));
    for (const extra of copy.querySelectorAll(".spoken, .small")) extra.remove();
    return copy.textContent?.trim() ?? "";
  });
  return parts.filter(Boolean).join("\n");
}

/** @param {string} source */
function sourceLine(source) {
  return /^bron\b/iu.test(source) ? source : `${TEXTS.source}: ${source}`;
}
