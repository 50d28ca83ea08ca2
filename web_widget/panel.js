/** The fixed parts of the widget: what stands where. No behaviour. */

import { el, icon, spoken } from "./dom.js";
import { TEXTS } from "./texts.js";

const ICONS = {
  chat: "M4 5h16v11H10l-5 4v-4H4z",
  exit: "M14 5h5v14h-5M4 12h10m-4-4 4 4-4 4",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6 6 18",
  newest: "M12 5v14m-6-6 6 6 6-6",
  voice: "M12 4a3 3 0 0 1 3 3v4a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
};

/**
 * @param {string} label
 * @param {boolean} neutral  only a sign, small, that says nothing of what is behind it
 */
export function launcher(label, neutral) {
  const words = neutral ? spoken(label) : el("span", {}, label);
  const badge = el("span", { class: "badge" });
  badge.hidden = true;
  const look = neutral ? "launcher neutral" : "launcher";
  return el("button", { type: "button", class: look, "aria-haspopup": "dialog" }, icon(ICONS.chat), words, badge);
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

  const more = el("div", { class: "more", role: "group", "aria-label": TEXTS.menu });
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
  const asked = el("div", { class: "asked" });
  scroll.append(log, choices, asked, typing, said, notice);
  const newest = iconButton("newest", TEXTS.newest);
  newest.hidden = true;

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
  const voice = iconButton("voice", TEXTS.dictateStart);
  voice.hidden = true;
  const helper = el("div", { class: "helper" });
  const hint = el("p", { class: "hint", role: "status" });
  const label = el("label", { for: "field", class: "spoken" }, TEXTS.label);
  const composer = el("form", { class: "composer" }, helper, label, field, voice, send, letters, hint);

  const attributes = { class: "panel", "aria-labelledby": "title" };
  const frame = inline ? el("section", attributes) : el("dialog", attributes);
  frame.append(top, more, progress, scroll, el("div", { class: "jump" }, newest), composer);
  const talk = { log, choices, asked, typing, said, notice, scroll, newest };
  const form = { composer, helper, field, voice, send, letters, hint };
  return { frame, heading, exit, menu, close, more, progress, ...talk, ...form };
}

/** @typedef {ReturnType<typeof panel>} Panel */

/**
 * @param {"menu" | "close" | "newest" | "voice"} name
 * @param {string} label
 */
function iconButton(name, label) {
  return el("button", { type: "button", class: name }, icon(ICONS[name]), spoken(label));
}
