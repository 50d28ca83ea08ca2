/** Phone numbers and web addresses in a text become links; everything else stays a text node. */

import { el, spoken } from "./dom.js";
import { TEXTS } from "./texts.js";

const URL_PATTERN = "https?:\\/\\/[^\\s<>\"']+|www\\.[^\\s<>\"']+";
const MAIL_PATTERN = "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+";
// Belgian numbers: +32 and 8 or 9 digits, 04 and 8 digits, 0 and 8 digits; then the short help numbers.
const SPACE = "[ \\u00a0./]?";
const PHONE_PATTERN =
  `\\+32(?:${SPACE}\\d){8,9}|04(?:${SPACE}\\d){8}|0[1-9](?:${SPACE}\\d){7}|112|10[0-6]|1712|1813`;
// A reference such as AV-2026-000042 and a code such as ABCD-EFGH are no links, but stay on one line.
const REFERENCE_PATTERN = "[A-Z]{2}-\\d{4}-\\d{4,}[\\w-]*|[A-Z0-9]{4}(?:-[A-Z0-9]{4}){1,2}";
// What stands before must not be part of a longer number, date, reference or word.
const TOKEN = new RegExp(`(^|[^\\w+./@-])(?:(${URL_PATTERN})|(${MAIL_PATTERN})|(${PHONE_PATTERN})|(${REFERENCE_PATTERN}))(?![\\w@]|[-./]\\w)`, "gu");
const AMOUNT = /^\s*(?:%|€|euro|jaar|dagen|keer)/iu;

/**
 * The text as nodes, with safe links.
 *
 * @param {string} text
 * @returns {(string | HTMLElement)[]}
 */
export function linked(text) {
  /** @type {(string | HTMLElement)[]} */
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, before = "", url, mail, phone, reference] = match;
    const start = match.index + before.length;
    const found = (url ?? mail ?? phone ?? reference ?? "").replace(/[.,;:!?)\]]+$/u, "");
    if (!found || (phone && AMOUNT.test(text.slice(match.index + whole.length)))) continue;
    let node;
    if (url) node = webLink(found);
    else if (reference) node = el("span", { class: "keep" }, found);
    else node = el("a", { href: mail ? `mailto:${found}` : telephone(found) }, found);
    if (!node) continue;
    nodes.push(text.slice(done, start), node);
    done = start + found.length;
  }
  nodes.push(text.slice(done));
  return nodes.filter((node) => node !== "");
}

/**
 * The `tel:` address of a number as people write it.
 *
 * @param {string} number
 */
export function telephone(number) {
  return `tel:${number.replace(/[^\d+]/gu, "")}`;
}

/**
 * @param {string} address
 * @returns {HTMLElement | null} null when it is no web address after all
 */
function webLink(address) {
  const href = address.startsWith("www.") ? `https://${address}` : address;
  try {
    new URL(href);
  } catch {
    return null;
  }
  const attributes = { href, target: "_blank", rel: "noopener noreferrer" };
  return el("a", attributes, address, spoken(` ${TEXTS.newTab}`));
}
