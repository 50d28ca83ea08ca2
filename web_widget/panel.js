/** The fixed parts of the widget: what stands where. No behaviour. */

import { el, icon, spoken } from "./dom.js";
import { TEXTS } from "./texts.js";

const ICONS = {
  chat: "M4 5h16v11H10l-5 4v-4H4z",
  exit: "M14 5h5v14h-5M4 12h10m-4-4 4 4-4 4",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6 6 18",
};

/** @param {string} label */
export function launcher(label) {
  return el("button", { type: "button", class: "launcher", "aria-haspopup": "dialog" }, icon(ICONS.chat), label);
}

/**
 * @param {{ title: string, inline: boolean }} options inline: a part of the page; else a dialog that
 *   opens and closes
 */
export function panel({ title, inline }) {
  const heading = el("h2", { id: "title", tabindex: "-1" }, title);
  const exit = el("button", { type: "button", class: "exit" }, icon(ICONS.exit), TEXTS.exit);
  const menu = iconButton("menu", TEXTS.menu);
  menu.setAttribute("aria-expanded", "false");
  const close = iconButton("close", TEXTS.close);
  close.hidden = inline;
  const top = el("div", { class: "top" }, heading, el("div", { class: "tools" }, exit, menu, close));

  const more = el("div", { class: "more" });
  more.hidden = true;
  const progress = el("div", { class: "progress" });
  progress.hidden = true;

  const log = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": TEXTS.messages });
  const choices = el("div", { class: "choices", role: "group", "aria-label": TEXTS.choices });
  choices.hidden = true;
  const typing = el("div", { class: "typing", "aria-hidden": "true" }, el("span"), el("span"), el("span"));
  typing.hidden = true;
  const said = el("div", { class: "spoken", role: "status" });
  const notice = el("div", { class: "notice", role: "alert" });
  const scroll = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": TEXTS.conversation });
  scroll.append(log, choices, typing, said, notice);

  const field = el("textarea", {
    id: "field",
    rows: "1",
    placeholder: TEXTS.placeholder,
    autocomplete: "off",
    enterkeyhint: "send",
  });
  const send = el("button", { type: "submit", class: "send" }, TEXTS.send);
  const letters = el("button", { type: "button", class: "plain letters" }, TEXTS.letters);
  letters.hidden = true;
  const hint = el("p", { class: "hint", role: "status" });
  const label = el("label", { for: "field", class: "spoken" }, TEXTS.label);
  const composer = el("form", { class: "composer" }, label, field, send, letters, hint);

  const attributes = { class: "panel", lang: "nl-BE", "aria-labelledby": "title" };
  const frame = inline ? el("section", attributes) : el("dialog", attributes);
  frame.append(top, more, progress, scroll, composer);
  return { frame, heading, exit, menu, close, more, progress, log, choices, typing, said, notice, scroll, composer, field, send, letters, hint };
}

/** @typedef {ReturnType<typeof panel>} Panel */

/**
 * @param {"menu" | "close"} name
 * @param {string} label
 */
function iconButton(name, label) {
  return el("button", { type: "button", class: name }, icon(ICONS[name]), spoken(label));
}
