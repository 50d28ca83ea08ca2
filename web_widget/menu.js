/** What the menu holds: how to read, going on later, deleting, and what the quick exit does. */

import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./memory.js").Option} Option */

/**
 * @typedef {object} Actions
 * @property {Option[]} available
 * @property {Option[]} chosen
 * @property {(option: Option, on: boolean) => void} set
 * @property {() => Promise<{ code: string, tot: number }>} later
 * @property {(code: string) => Promise<void>} resume
 * @property {(error: unknown) => string} explain
 * @property {() => void} erase
 * @property {() => void} back  closes the menu
 * @property {() => void} done  something was done: closes the menu, on to the conversation
 */

/**
 * @param {Actions} actions
 * @returns {Node[]}
 */
export function menuParts(actions) {
  return [button("plain", TEXTS.back, actions.back), looks(actions), later(actions), erase(actions), about()];
}

/** @param {Actions} actions */
function looks({ available, chosen, set }) {
  const part = section(TEXTS.looks);
  for (const option of available) {
    const toggle = button("toggle", TEXTS.options[option], () => {
      const on = toggle.getAttribute("aria-pressed") !== "true";
      toggle.setAttribute("aria-pressed", String(on));
      set(option, on);
    });
    toggle.setAttribute("aria-pressed", String(chosen.includes(option)));
    part.append(toggle);
    if (option === "dictate") part.append(el("p", {}, TEXTS.dictateText));
  }
  return part;
}

/** @param {Actions} actions */
function later(actions) {
  const words = TEXTS.later;
  const part = section(words.title, words.text);
  const result = el("div", { role: "status" });
  /** @param {unknown} error */
  const failed = (error) => result.replaceChildren(el("p", {}, actions.explain(error)));
  const make = button("plain", words.make, async () => {
    try {
      const { code, tot } = await actions.later();
      const until = new Date(tot * 1_000);
      const when = until.toLocaleString("nl-BE", { weekday: "long", hour: "2-digit", minute: "2-digit" });
      result.replaceChildren(el("p", {}, words.is), el("p", { class: "code" }, code), el("p", {}, words.until(when)));
    } catch (error) {
      failed(error);
    }
  });
  const input = el("input", { id: "code", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const form = el("form", {}, el("label", { for: "code" }, words.label), input, el("button", { class: "plain" }, words.go));
  form.hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await actions.resume(input.value);
      input.value = "";
      result.replaceChildren();
      actions.done();
    } catch (error) {
      failed(error);
      input.focus();
    }
  });
  const have = button("plain", words.have, () => {
    form.hidden = !form.hidden;
    have.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) input.focus();
  });
  have.setAttribute("aria-expanded", "false");
  part.append(el("div", { class: "row" }, make, have), form, result);
  return part;
}

/** Asks once more before it deletes. @param {Actions} actions */
function erase(actions) {
  const confirm = button("strong", TEXTS.eraseConfirm, () => {
    ask.hidden = false;
    confirm.hidden = true;
    actions.done();
    actions.erase();
  });
  const ask = button("plain", TEXTS.eraseTitle, () => {
    ask.hidden = true;
    confirm.hidden = false;
    confirm.focus();
  });
  confirm.hidden = true;
  const part = section(TEXTS.eraseTitle, TEXTS.eraseText);
  part.append(ask, confirm);
  return part;
}

function about() {
  return section(TEXTS.exitTitle, TEXTS.exitDoes, TEXTS.exitDoesNot);
}

/**
 * @param {string} title
 * @param {...string} texts
 */
function section(title, ...texts) {
  return el("div", { class: "part" }, el("h3", {}, title), ...texts.map((text) => el("p", {}, text)));
}
