/** <jeugdhulp-assistent>: opens, closes, shows the conversation and passes on what the person does. */

import { ChatApi } from "./api.js";
import { Conversation } from "./conversation.js";
import { button, el } from "./dom.js";
import { leavePage, onTripleShift } from "./exit.js";
import { Memory } from "./memory.js";
import { assistantMessage, helpLines, isVisible, personMessage } from "./messages.js";
import { launcher, panel } from "./panel.js";
import { STYLES } from "./styles.js";
import { HELP_LINES, TEXTS } from "./texts.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Button} Button */
/** @typedef {import("./types.js").HistoryEntry} HistoryEntry */
/** @typedef {import("./types.js").InputHint} InputHint */
/** @typedef {import("./conversation.js").Status} Status */

/**
 * The attributes of the element, and with `data-` before them of the script:
 * `titel` the heading · `knop` the words on the closed chat's button · `plaats` rechts (default), links
 * or in (a part of the page, where the script stands) · `thema` auto (default), licht or donker ·
 * `uitweg` where the quick exit goes · `api` the folder that `chat` lives in (default: one above this
 * script).
 */
export const OPTIONS = ["titel", "knop", "plaats", "thema", "uitweg", "api"];

const NEUTRAL_PAGE = "https://www.meteo.be/nl";
const FULL_SCREEN = "(max-width: 40em), (max-height: 30em)";
const SLOW_ANSWER_MS = 1_500;
/** @type {Partial<Record<InputHint, string>>} */
const KEYBOARDS = { telefoon: "tel", getal: "numeric", email: "email" };

export class AssistantElement extends HTMLElement {
  #memory = new Memory();
  #root = el("div", { class: "root" });
  #launcher = launcher(TEXTS.launcher);
  #panel = panel({ title: TEXTS.title, inline: false });
  #conversation = new Conversation(new ChatApi(new URL("../", import.meta.url)), this.#memory, this);
  #fullScreen = matchMedia(FULL_SCREEN);
  #built = false;
  /** @type {Element | null} what had the focus before the chat opened */
  #opener = null;
  /** @type {AbortController} ends every listener outside this element */
  #outside = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #slow;

  connectedCallback() {
    if (!this.#built) this.#build();
    this.#outside = new AbortController();
    const { signal } = this.#outside;
    const stopListening = onTripleShift(() => this.isOpen && this.#leave());
    signal.addEventListener("abort", stopListening);
    window.addEventListener("online", () => this.#conversation.online(), { signal });
    this.#fullScreen.addEventListener("change", () => this.#reshow(), { signal });
    for (const type of ["resize", "scroll"]) {
      window.visualViewport?.addEventListener(type, () => this.#fitKeyboard(), { signal });
    }
    if (this.#inline) this.#conversation.start();
    else if (this.#memory.open) this.open({ focus: false });
  }

  disconnectedCallback() {
    this.#outside.abort();
  }

  /** Whether the conversation is in view. */
  get isOpen() {
    return this.#inline || this.#dialog.open;
  }

  /**
   * Opens the chat and begins the conversation, or goes on with it.
   *
   * @param {{ focus?: boolean }} [options]
   */
  open({ focus = true } = {}) {
    if (this.isOpen) return;
    this.#opener = document.activeElement;
    this.#show();
    this.#launcher.hidden = true;
    this.#memory.keep({ open: true });
    this.#conversation.start();
    if (focus) this.#focusField();
    this.dispatchEvent(new Event("open"));
  }

  /** Closes the chat; the conversation stays. */
  close() {
    if (!this.isOpen || this.#inline) return;
    this.#dialog.close();
    this.#launcher.hidden = false;
    this.#memory.keep({ open: false });
    const back = this.#opener instanceof HTMLElement && this.#opener !== document.body ? this.#opener : null;
    if (back && back !== this && back.isConnected) back.focus();
    else this.#launcher.focus();
    this.dispatchEvent(new Event("close"));
  }

  // --- what the conversation tells (see View in conversation.js) ---

  /** @param {Status} status */
  status(status) {
    const { typing, said, notice, send, composer, hint, field, log } = this.#panel;
    const busy = status.kind === "busy";
    clearTimeout(this.#slow);
    hint.textContent = "";
    said.textContent = "";
    if (busy) this.#slow = setTimeout(() => (said.textContent = TEXTS.typing), SLOW_ANSWER_MS);
    typing.hidden = !busy;
    send.setAttribute("aria-disabled", String(busy));
    const hadFocus = this.#focused && (composer.contains(this.#focused) || notice.contains(this.#focused));
    composer.hidden = status.kind === "ended";
    notice.classList.toggle("calm", status.kind === "ended" || busy);
    notice.replaceChildren(...this.#noticeParts(status));
    this.#markUnsent(status.kind === "failed");
    if (busy) this.#scrollToEnd();
    else if (notice.hasChildNodes()) this.#scrollTo(log.querySelector(".unsent") ?? notice);
    if (hadFocus && (composer.hidden || !this.#focused)) (composer.hidden ? notice.querySelector("button") : field)?.focus();
  }

  /** @param {string} text */
  sent(text) {
    this.#setChoices([]);
    this.#panel.log.append(personMessage(text));
    this.#scrollToEnd();
  }

  /** @param {Item[]} items */
  answered(items) {
    const { log } = this.#panel;
    log.setAttribute("aria-live", "polite");
    this.#markUnsent(false);
    this.#panel.typing.hidden = true;
    const nodes = items.filter(isVisible).map(assistantMessage);
    log.append(...nodes);
    this.#afterItems(items);
    const first = nodes[0];
    if (first) this.#scrollTo(first);
  }

  /** @param {HistoryEntry[]} entries */
  restored(entries) {
    const { log } = this.#panel;
    // A conversation that is shown again is no news: nothing of it is announced.
    if (entries.length) {
      log.setAttribute("aria-live", "off");
      setTimeout(() => log.setAttribute("aria-live", "polite"), 1_000);
    }
    const shown = entries.filter((entry) => entry.van === "mens" || isVisible(entry));
    log.replaceChildren(
      ...shown.map((entry) => (entry.van === "mens" ? personMessage(entry.text) : assistantMessage(entry))),
    );
    const lastOwn = entries.findLastIndex((entry) => entry.van === "mens");
    const last = entries.slice(lastOwn + 1);
    this.#afterItems(last.filter((entry) => entry.van === "assistent"));
    this.#scrollToEnd();
  }

  /** @param {string} text */
  returned(text) {
    const { log, field } = this.#panel;
    if (log.lastElementChild?.classList.contains("person")) log.lastElementChild.remove();
    field.value = field.value ? `${text}\n${field.value}` : text;
    this.#grow();
  }

  // --- building ---

  get #inline() {
    return this.getAttribute("plaats") === "in";
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.#panel.frame);
  }

  get #focused() {
    return this.shadowRoot?.activeElement ?? null;
  }

  #build() {
    this.#built = true;
    this.#launcher = launcher(this.getAttribute("knop") ?? TEXTS.launcher);
    this.#panel = panel({ title: this.getAttribute("titel") ?? TEXTS.title, inline: this.#inline });
    const base = this.getAttribute("api");
    if (base) {
      const api = new ChatApi(new URL(base.endsWith("/") ? base : `${base}/`, document.baseURI));
      this.#conversation = new Conversation(api, this.#memory, this);
    }
    for (const name of ["plaats", "thema"]) this.#root.dataset[name] = this.getAttribute(name) ?? "";
    this.#root.append(this.#panel.frame);
    if (!this.#inline) this.#root.prepend(this.#launcher);
    this.#fillMore();
    this.#listen();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#root);
  }

  #listen() {
    const { frame, exit, menu, close, composer, field, letters } = this.#panel;
    this.#launcher.addEventListener("click", () => this.open());
    exit.addEventListener("click", () => this.#leave());
    close.addEventListener("click", () => this.close());
    menu.addEventListener("click", () => this.#toggleMore(this.#panel.more.hidden));
    letters.addEventListener("click", () => {
      this.#setKeyboard("tekst");
      field.focus();
    });
    composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    field.addEventListener("input", () => this.#grow());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    frame.addEventListener("cancel", (event) => event.preventDefault());
    frame.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Escape") return;
      event.preventDefault();
      if (!this.#panel.more.hidden) this.#toggleMore(false);
      else this.close();
    });
  }

  /** What the quick exit does and does not do, and "Wis mijn gesprek", which asks once more. */
  #fillMore() {
    const { more, menu, heading } = this.#panel;
    const erase = button("plain", TEXTS.eraseTitle, () => {
      erase.hidden = true;
      confirm.hidden = false;
      confirm.focus();
    });
    const confirm = button("strong", TEXTS.eraseConfirm, () => {
      this.#toggleMore(false);
      heading.focus();
      this.#conversation.erase();
    });
    menu.addEventListener("click", () => {
      erase.hidden = false;
      confirm.hidden = true;
    });
    more.append(
      el(
        "div",
        { class: "part" },
        el("h3", {}, TEXTS.exitTitle),
        el("p", {}, TEXTS.exitDoes),
        el("p", {}, TEXTS.exitDoesNot),
      ),
      el("div", { class: "part" }, el("h3", {}, TEXTS.eraseTitle), el("p", {}, TEXTS.eraseText), erase, confirm),
    );
  }

  // --- behaviour ---

  #submit() {
    const { field, hint } = this.#panel;
    const text = field.value.trim();
    if (!text) {
      field.focus();
      return;
    }
    if (this.#conversation.send(text)) {
      field.value = "";
      this.#grow();
    } else if (this.#conversation.status.kind === "busy") {
      hint.textContent = TEXTS.wait;
    }
  }

  #leave() {
    this.#conversation.leave();
    this.#panel.log.replaceChildren();
    this.#panel.field.value = "";
    this.#root.replaceChildren();
    leavePage(this.getAttribute("uitweg") ?? NEUTRAL_PAGE);
  }

  /** @param {boolean} show */
  #toggleMore(show) {
    const { more, menu } = this.#panel;
    const inside = more.contains(this.#focused);
    more.hidden = !show;
    menu.setAttribute("aria-expanded", String(show));
    if (!show && inside) menu.focus();
  }

  #show() {
    // A full screen is modal: nothing behind it can be reached. A corner is not, and takes no focus.
    if (this.#fullScreen.matches) this.#dialog.showModal();
    else this.#dialog.open = true;
    this.#fitKeyboard();
  }

  #reshow() {
    if (this.#inline || !this.#dialog.open) return;
    const focused = this.#focused;
    this.#dialog.close();
    this.#show();
    if (focused instanceof HTMLElement) focused.focus();
  }

  /** On a phone the keyboard takes part of the screen; the field stays above it. */
  #fitKeyboard() {
    const view = window.visualViewport;
    if (!view || view.scale !== 1) return;
    this.#root.style.setProperty("--view-height", `${view.height}px`);
    this.#root.style.setProperty("--view-top", `${view.offsetTop}px`);
  }

  /** To the field where a keyboard is at hand; on a touch screen that would cover half the chat. */
  #focusField() {
    const { field, heading } = this.#panel;
    (matchMedia("(pointer: coarse)").matches ? heading : field).focus();
  }

  /** @param {Item[]} items the assistant's last items */
  #afterItems(items) {
    /** @type {Map<string, Button>} */
    const buttons = new Map();
    for (const item of items) for (const choice of item.buttons ?? []) buttons.set(choice.payload, choice);
    this.#setChoices([...buttons.values()]);
    this.#setProgress(items.findLast((item) => item.custom?.voortgang)?.custom?.voortgang);
    this.#setKeyboard(items.findLast((item) => item.custom?.invoer)?.custom?.invoer ?? "tekst");
  }

  /** @param {Button[]} choices */
  #setChoices(choices) {
    const group = this.#panel.choices;
    const hadFocus = group.contains(this.#focused);
    group.hidden = choices.length === 0;
    group.replaceChildren(
      ...choices.map(({ title, payload }) =>
        button("", title, () => {
          if (!this.#conversation.send(payload, title)) this.#panel.hint.textContent = TEXTS.wait;
        }),
      ),
    );
    if (hadFocus) this.#focusField();
  }

  /** @param {{ nummer: number, van: number } | undefined} progress */
  #setProgress(progress) {
    const strip = this.#panel.progress;
    strip.hidden = !progress;
    if (!progress) return;
    const filled = el("span");
    filled.style.width = `${Math.min(100, (100 * progress.nummer) / Math.max(progress.van, 1))}%`;
    const bar = el("div", { class: "bar" }, filled);
    strip.replaceChildren(TEXTS.progress(progress.nummer, progress.van), bar);
  }

  /** @param {InputHint} hint */
  #setKeyboard(hint) {
    const { field, letters } = this.#panel;
    const keyboard = KEYBOARDS[hint] ?? "text";
    field.inputMode = keyboard;
    field.rows = hint === "lang" ? 3 : 1;
    field.autocapitalize = keyboard === "text" ? "sentences" : "none";
    // A number pad has no letters, and an answer in words is always allowed.
    letters.hidden = !["tel", "numeric"].includes(keyboard) || !matchMedia("(pointer: coarse)").matches;
    this.#grow();
  }

  /** @param {boolean} unsent */
  #markUnsent(unsent) {
    const { log } = this.#panel;
    for (const message of log.querySelectorAll(".unsent")) {
      message.classList.remove("unsent");
      message.querySelector(".unsent-note")?.remove();
    }
    const last = log.lastElementChild;
    if (!unsent || !last?.classList.contains("person")) return;
    last.classList.add("unsent");
    last.append(el("span", { class: "unsent-note" }, TEXTS.notSent));
  }

  /** @param {Status} status */
  #noticeParts({ kind, text, lines = [], reconnecting }) {
    /** @type {Node[]} */
    const parts = [];
    if (reconnecting) parts.push(el("p", {}, TEXTS.reconnecting));
    if (text) parts.push(el("p", {}, text));
    // Lines that the service chose may be urgent; our own are a way out when there is no service.
    const urgent = lines !== HELP_LINES;
    if (lines.length && urgent) parts.push(helpLines(lines));
    if (kind === "failed") parts.push(button("strong", TEXTS.retry, () => this.#conversation.retry()));
    if (kind === "ended") parts.push(button("strong", TEXTS.restart, () => this.#conversation.restart()));
    if (lines.length && !urgent) parts.push(el("p", {}, TEXTS.linesIntro), helpLines(lines));
    return parts;
  }

  #grow() {
    const { field } = this.#panel;
    field.style.height = "auto";
    if (field.value) field.style.height = `${field.scrollHeight + 3}px`;
  }

  /**
   * Brings the start of something new into view, and as much of the rest as fits.
   *
   * @param {Element} node
   */
  #scrollTo(node) {
    const { scroll } = this.#panel;
    scroll.scrollTop += node.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 12;
  }

  #scrollToEnd() {
    const { scroll } = this.#panel;
    scroll.scrollTop = scroll.scrollHeight;
  }
}
