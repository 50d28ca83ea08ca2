/** Messages as nodes. Everything that comes from outside ends up in text nodes. */

import { el, spoken } from "./dom.js";
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
  if (buttons.length) bubble.append(spoken(` ${TEXTS.choicesBelow(buttons.length)}`));
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

/** @param {string} source */
function sourceLine(source) {
  return /^bron\b/iu.test(source) ? source : `${TEXTS.source}: ${source}`;
}
