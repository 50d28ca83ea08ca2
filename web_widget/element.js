/** <jeugdhulp-assistent>: opens, closes, shows the conversation and passes on what the person does. */

import { ChatApi } from "./api.js";
import { buttonsOf, choiceNodes } from "./choices.js";
import { Conversation, explain } from "./conversation.js";
import { button, el } from "./dom.js";
import { leavePage, onTripleShift } from "./exit.js";
import { datePicker, placePicker } from "./helpers.js";
import { Memory } from "./memory.js";
import { menuParts } from "./menu.js";
import {
  addExtras, assistantMessage, helpLines, isVisible, makeChangeable, personMessage, textOf,
} from "./messages.js";
import { launcher, panel } from "./panel.js";
import { printOverview } from "./print.js";
import { STYLES } from "./styles.js";
import { HELP_LINES, TEXTS } from "./texts.js";
import { Unread } from "./unread.js";
import * as voice from "./voice.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Turn} Turn */
/** @typedef {import("./memory.js").Option} Option */
/** @typedef {import("./types.js").HistoryEntry} HistoryEntry */
/** @typedef {import("./types.js").InputHint} InputHint */
/** @typedef {import("./conversation.js").Status} Status */

/**
 * The attributes of the element, and with `data-` before them of the script:
 * `titel` the heading · `knop` the words on the closed chat's button · `plaats` rechts (default), links
 * or in (a part of the page, where the script stands) · `thema` auto (default), licht or donker ·
 * `uitweg` where the quick exit goes · `api` the folder that `chat` lives in (default: the script's own) ·
 * `neutraal` a small sign and a title that say nothing of jeugdhulp · `vraag` a first question, as a button ·
 * `onderwerp` what a new conversation begins with, as if the person had said it · `kleur`, `op-kleur`,
 * `kleur-donker` the colours that --assistent-kleur and the like give as well.
 */
const COLOURS = ["kleur", "op-kleur", "kleur-donker"];
export const OPTIONS = [
  "titel", "knop", "plaats", "thema", "uitweg", "api", "neutraal", "vraag", "onderwerp", ...COLOURS,
];

const NEUTRAL_PAGE = "https://www.meteo.be/nl";
const FULL_SCREEN = "(max-width: 40em), (max-height: 30em)";
const SLOW_ANSWER_MS = 1_500;
const FAR_FROM_END_PX = 160;
/** Of so many explanations, one is followed by "Was dit duidelijk?", the second one first. */
const ASK_EVERY = 4;
/** @type {Partial<Record<InputHint, string>>} */
const KEYBOARDS = { telefoon: "tel", getal: "numeric", email: "email" };

export class AssistantElement extends HTMLElement {
  #memory = new Memory();
  #root = el("div", { class: "root", lang: "nl-BE", dir: "ltr" });
  /** Where the service is, unless `api` says otherwise: set once, before the first element. */
  static home = new URL(location.href);

  // These three are made when the element is first placed: only then its attributes are known.
  #launcher = /** @type {ReturnType<typeof launcher>} */ (/** @type {unknown} */ (null));
  #panel = /** @type {import("./panel.js").Panel} */ (/** @type {unknown} */ (null));
  #conversation = /** @type {Conversation} */ (/** @type {unknown} */ (null));
  #unread = new Unread((count) => this.#showUnread(count));
  /** @type {Element | undefined} the person's message that awaits its answer */
  #waiting;
  /** What was sent before the greeting came, as it still stands in the field. */
  #early = "";
  #explanations = 0;
  /** @type {WeakMap<Element, number>} when a message was said, in seconds since 1970 */
  #times = new WeakMap();
  /** @type {AbortController} ends what helps with the question at hand */
  #helping = new AbortController();
  /** @type {((drop?: boolean) => void) | undefined} */
  #stopListening;
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
    document.addEventListener("visibilitychange", () => this.#watch(), { signal });
    if (this.#inline) this.#begin();
    else if (this.#memory.open) this.open({ focus: false });
  }

  disconnectedCallback() {
    this.#outside.abort();
    this.#conversation.watch(false);
    this.#silence();
  }

  /** Whether the conversation is in view. */
  get isOpen() {
    return this.#built && (this.#inline || this.#dialog.open);
  }

  /**
   * Opens the chat and begins the conversation, or goes on with it.
   *
   * @param {{ focus?: boolean }} [options]
   */
  open({ focus = true } = {}) {
    if (this.isOpen || !this.#built) return;
    this.#opener = document.activeElement;
    this.#show();
    this.#launcher.hidden = true;
    this.#memory.keep({ open: true });
    this.#begin();
    if (focus) this.#focusField();
    this.dispatchEvent(new Event("open"));
  }

  /** Closes the chat; the conversation stays. */
  close() {
    if (!this.isOpen || this.#inline) return;
    this.#dialog.close();
    this.#launcher.hidden = false;
    this.#memory.keep({ open: false });
    this.#watch();
    this.#silence();
    const back = this.#opener instanceof HTMLElement && this.#opener !== document.body ? this.#opener : null;
    if (back && back !== this && back.isConnected) back.focus();
    else this.#launcher.focus();
    this.dispatchEvent(new Event("close"));
  }

  /**
   * Says something as if the person had typed it; opens the chat when it is closed. False when it could not
   * be sent now: while an answer is awaited, or before the conversation has begun.
   *
   * @param {string} text
   */
  send(text) {
    this.open();
    return this.#built && text.trim() !== "" && this.#conversation.send(text.trim());
  }

  /**
   * Goes on with the conversation of a code or a link, and opens the chat. Rejects when it does not work.
   *
   * @param {string} code
   */
  async resume(code) {
    await this.#conversation.resume(code);
    this.open();
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
    this.#settle();
    this.#silence();
    this.#waiting = personMessage(text);
    this.#times.set(this.#waiting, Date.now() / 1_000);
    this.#panel.log.append(this.#waiting);
    this.#showExtras();
    this.#scrollToEnd();
    this.#tell("message", { van: "mens" });
  }

  /** @param {Item[]} items */
  answered(items) {
    const { log } = this.#panel;
    log.setAttribute("aria-live", "polite");
    this.#markUnsent(false);
    this.#waiting = undefined;
    this.#panel.typing.hidden = true;
    this.#append(items);
  }

  /** @param {Turn} turn */
  elsewhere({ text, berichten }) {
    const { log } = this.#panel;
    log.setAttribute("aria-live", "polite");
    if (text) {
      const own = personMessage(text);
      this.#times.set(own, Date.now() / 1_000);
      log.insertBefore(own, this.#waiting ?? null);
    }
    this.#append(berichten);
  }

  /** A new conversation may begin with a topic of the website's choosing, or offer a first question. */
  began() {
    const topic = this.getAttribute("onderwerp")?.trim();
    const question = this.getAttribute("vraag")?.trim();
    // After this turn of the conversation is done.
    if (topic) queueMicrotask(() => this.#conversation.send(topic));
    else if (this.#early && this.#early === this.#panel.field.value.trim()) queueMicrotask(() => this.#submit());
    this.#early = "";
    if (!question) return;
    const ask = button("", question, () => this.#say(question));
    this.#panel.choices.prepend(ask);
    this.#panel.choices.hidden = false;
  }

  left() {
    this.#panel.log.replaceChildren();
    this.#settle();
    this.#panel.field.value = "";
    this.#silence();
    this.#toggleMore(false);
    this.close();
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
    this.#waiting = undefined;
    this.#panel.asked.replaceChildren();
    log.replaceChildren(
      ...shown.map((entry) => {
        const node = entry.van === "mens" ? personMessage(entry.text) : assistantMessage(entry);
        if (entry.tijd) this.#times.set(node, entry.tijd);
        return node;
      }),
    );
    this.#showExtras();
    const lastOwn = entries.findLastIndex((entry) => entry.van === "mens");
    const last = entries.slice(lastOwn + 1);
    this.#afterItems(last.filter((entry) => entry.van === "assistent"));
    this.#scrollToEnd();
  }

  /** @param {string} text */
  returned(text) {
    const { log, field } = this.#panel;
    if (log.lastElementChild?.classList.contains("person")) log.lastElementChild.remove();
    this.#waiting = undefined;
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
    const neutral = this.hasAttribute("neutraal");
    const word = neutral ? TEXTS.neutral : null;
    this.#launcher = launcher(this.getAttribute("knop") ?? word ?? TEXTS.launcher, neutral);
    this.#panel = panel({ title: this.getAttribute("titel") ?? word ?? TEXTS.title, inline: this.#inline });
    const base = this.getAttribute("api")?.replace(/\/?$/u, "/");
    const api = new ChatApi(base ? new URL(base, document.baseURI) : AssistantElement.home);
    this.#conversation = new Conversation(api, this.#memory, this);
    for (const name of ["plaats", "thema"]) this.#root.dataset[name] = this.getAttribute(name) ?? "";
    for (const name of COLOURS) {
      const colour = this.getAttribute(name);
      if (colour) this.#root.style.setProperty(`--assistent-${name}`, colour);
    }
    this.#root.append(this.#panel.frame);
    if (!this.#inline) this.#root.prepend(this.#launcher);
    this.#fillMore();
    this.#applyOptions();
    this.#listen();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#root);
  }

  #listen() {
    const { frame, exit, menu, close, composer, field, letters, scroll, newest } = this.#panel;
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
    this.#panel.voice.addEventListener("click", () => this.#toggleDictation());
    newest.addEventListener("click", () => {
      this.#scrollToEnd();
      scroll.focus();
    });
    const watchEnd = () => {
      newest.hidden = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < FAR_FROM_END_PX;
    };
    scroll.addEventListener("scroll", watchEnd, { passive: true });
    // A keyboard or places that come up take room from below: what was being read moves up with them.
    let height = 0;
    new ResizeObserver(() => {
      if (!this.#panel.more.hidden) return;
      scroll.scrollTop += Math.max(0, height - scroll.clientHeight);
      height = scroll.clientHeight;
    }).observe(scroll);
    // Where the panel itself scrolls, what comes up above the field may not push it out of view.
    new ResizeObserver(() => {
      if (composer.contains(this.#focused)) this.#focused?.scrollIntoView({ block: "nearest" });
    }).observe(composer);
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

  #fillMore() {
    const { more, heading } = this.#panel;
    const { options } = this.#memory;
    /** @type {Option[]} */
    const available = ["easy", "extras"];
    if (voice.canRead()) available.push("aloud");
    if (voice.canDictate()) available.push("dictate");
    more.replaceChildren(
      ...menuParts({
        available,
        chosen: options,
        set: (option, on) => {
          const others = this.#memory.options.filter((known) => known !== option);
          this.#memory.keep({ options: on ? [...others, option] : others });
          this.#applyOptions();
        },
        later: () => this.#conversation.later(),
        resume: (code) => this.#conversation.resume(code),
        explain: (error) => explain(error).text,
        erase: () => this.#conversation.erase(),
        back: () => this.#toggleMore(false),
        done: () => {
          this.#toggleMore(false);
          heading.focus();
        },
      }),
    );
  }

  #applyOptions() {
    const { options } = this.#memory;
    this.#root.classList.toggle("easy", options.includes("easy"));
    this.#showExtras();
    this.#panel.voice.hidden = !options.includes("dictate");
    if (!options.includes("aloud")) voice.hush();
    const last = this.#panel.log.lastElementChild;
    if (last) this.#scrollTo(last);
  }

  // --- behaviour ---

  #begin() {
    this.#unread.clear();
    this.#conversation.start();
    this.#watch();
  }

  #watch() {
    const watched = this.isOpen && document.visibilityState === "visible";
    if (watched) this.#unread.clear();
    if (this.#memory.token) this.#memory.keep({});
    this.#conversation.watch(watched);
  }

  /**
   * Something happened that the page around may want to know; never what was said.
   *
   * @param {string} type
   * @param {object} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @param {string} text @param {string} [shown] */
  #say(text, shown) {
    if (!this.#conversation.send(text, shown)) this.#panel.hint.textContent = TEXTS.wait;
  }

  /** @param {Item[]} items */
  #append(items) {
    const { log } = this.#panel;
    this.#settle();
    this.#toggleMore(false); // what is hidden behind the menu is not announced
    const nodes = items.filter(isVisible).map(assistantMessage);
    for (const node of nodes) {
      this.#times.set(node, Date.now() / 1_000);
      log.insertBefore(node, this.#waiting ?? null);
    }
    this.#showExtras();
    this.#afterItems(items);
    const topic = items.some(({ custom }) => custom?.onderwerp);
    if (topic && !items.some(({ custom }) => custom?.voortgang)) this.#askWhetherClear();
    const first = nodes[0];
    if (first) this.#scrollTo(first);
    if (!this.isOpen || document.visibilityState !== "visible") this.#unread.add();
    else if (this.#memory.options.includes("aloud")) for (const node of nodes) voice.read(textOf(node));
    this.#tell("message", { van: "assistent" });
  }

  /** What belonged to the last message is over. */
  #settle() {
    this.#setChoices([], false);
    this.#panel.asked.replaceChildren();
    for (const node of this.#panel.log.querySelectorAll(".change, .warning")) node.remove();
  }

  /** Time and buttons with every message, or with none. They are no news: nothing of them is announced. */
  #showExtras() {
    const { log, hint } = this.#panel;
    if (!this.#memory.options.includes("extras")) {
      for (const row of log.querySelectorAll(".extras")) row.remove();
      return;
    }
    const copy = async (/** @type {string} */ text) => {
      await navigator.clipboard?.writeText(text).catch(() => {});
      hint.textContent = TEXTS.copied;
    };
    const read = voice.canRead() ? voice.read : null;
    for (const message of log.children) addExtras(message, { seconds: this.#times.get(message), copy, read });
  }

  #askWhetherClear() {
    this.#explanations += 1;
    if (this.#explanations % ASK_EVERY !== 2) return;
    const { asked } = this.#panel;
    const answer = (/** @type {boolean} */ clear) => () => {
      this.#conversation.countClear(clear);
      asked.replaceChildren(clear ? TEXTS.clearThanks : TEXTS.clearNo);
      this.#panel.said.textContent = clear ? TEXTS.clearThanks : TEXTS.clearNo;
      this.#focusField();
    };
    const group = el("div", { class: "row", role: "group", "aria-label": TEXTS.clear });
    group.append(button("small", TEXTS.yes, answer(true)), button("small", TEXTS.no, answer(false)));
    asked.replaceChildren(TEXTS.clear, group);
  }

  /** @param {Element} overview */
  #print(overview) {
    const warning = el("div", { class: "warning", role: "group" }, el("p", {}, TEXTS.printWarning));
    const close = () => {
      warning.remove();
      this.#panel.heading.focus();
    };
    const anyway = button("strong", TEXTS.printAnyway, () => {
      close();
      printOverview(overview, this.#root);
    });
    warning.append(el("div", { class: "row" }, anyway, button("plain", TEXTS.printNot, close)));
    overview.querySelector(".warning")?.remove();
    overview.append(warning);
    anyway.focus();
  }

  #toggleDictation() {
    const { voice: control, field } = this.#panel;
    if (this.#stopListening) {
      this.#stopListening();
      return;
    }
    const show = (/** @type {boolean} */ on) => {
      control.setAttribute("aria-pressed", String(on));
      this.#panel.hint.textContent = on ? TEXTS.dictateStop : "";
    };
    show(true);
    this.#stopListening = voice.dictate(
      (text) => this.#fill(field.value ? `${field.value} ${text}` : text),
      (failed) => {
        this.#stopListening = undefined;
        show(false);
        if (failed) this.#panel.hint.textContent = TEXTS.dictateFailed;
      },
    );
  }

  /** Nobody speaks and nobody listens any more. */
  #silence() {
    voice.hush();
    this.#stopListening?.(true);
  }

  /** @param {string} text */
  #fill(text) {
    this.#panel.field.value = text;
    this.#grow();
    this.#panel.field.focus();
  }

  /** @param {number} count */
  #showUnread(count) {
    const badge = this.#launcher.querySelector(".badge");
    if (!(badge instanceof HTMLElement)) return;
    badge.hidden = count === 0;
    badge.replaceChildren(String(count), el("span", { class: "spoken" }, ` ${TEXTS.unread(count)}`));
  }

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
      // Later in a conversation it waits for the person: what is asked meanwhile may want another answer.
      if (!this.#memory.token) this.#early = text;
    }
  }

  #leave() {
    this.#conversation.leave();
    this.#unread.clear();
    this.#silence();
    this.#panel.log.replaceChildren();
    this.#panel.field.value = this.#early = "";
    this.#root.replaceChildren();
    leavePage(this.getAttribute("uitweg") ?? NEUTRAL_PAGE);
  }

  /** @param {boolean} show */
  #toggleMore(show) {
    const { more, menu } = this.#panel;
    const inside = more.contains(this.#focused);
    // Anew each time: voices come late, and a code shown before is nobody else's business.
    if (show) this.#fillMore();
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
    this.#setChoices(buttonsOf(items), items.some(({ custom }) => custom?.meerdere));
    this.#setProgress(items.findLast((item) => item.custom?.voortgang)?.custom?.voortgang);
    this.#setKeyboard(items.findLast((item) => item.custom?.invoer)?.custom?.invoer ?? "tekst");
    const overview = [...this.#panel.log.querySelectorAll(".overview")].at(-1);
    if (overview && items.some(({ custom }) => custom?.soort === "overzicht")) {
      makeChangeable(overview, (text) => this.#say(text), () => this.#print(overview));
    }
  }

  /**
   * @param {import("./types.js").Button[]} buttons
   * @param {boolean} several
   */
  #setChoices(buttons, several) {
    const group = this.#panel.choices;
    const hadFocus = group.contains(this.#focused);
    group.hidden = buttons.length === 0;
    group.replaceChildren(...choiceNodes(buttons, several, (payload, title) => this.#say(payload, title)));
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
    this.#help(hint);
    this.#grow();
  }

  /** @param {InputHint} hint */
  #help(hint) {
    const { helper, field } = this.#panel;
    this.#helping.abort();
    this.#helping = new AbortController();
    const fill = (/** @type {string} */ text) => this.#fill(text);
    const search = (/** @type {string} */ begin) => this.#conversation.places(begin);
    helper.replaceChildren(
      ...(hint === "datum" ? datePicker(fill) : []),
      ...(hint === "plaats" ? placePicker(field, search, fill, this.#helping.signal) : []),
    );
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
