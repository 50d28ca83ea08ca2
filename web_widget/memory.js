/** What one tab remembers between pages: the token, an unanswered message, how the chat looks. */

/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {"easy" | "extras" | "aloud" | "dictate"} Option what a person may switch on */
/**
 * @typedef {object} Data
 * @property {string | undefined} [token]
 * @property {Pending | undefined} [pending]
 * @property {boolean} [open]
 * @property {Option[]} [options]
 * @property {number} [seen] when this was last in view, in milliseconds since 1970
 */

const KEY = "jeugdhulp-assistent";
/** Browsers bring back a tab that was closed, and its storage with it. After this long it starts empty. */
const KEPT_MS = 2 * 3_600_000;

export class Memory {
  /** @type {Data} */
  #data = {};

  constructor() {
    try {
      this.#data = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") ?? {};
      if (Date.now() - (this.#data.seen ?? 0) > KEPT_MS) this.forget();
    } catch {
      // Storage is blocked or holds something else: this page remembers, the next one does not.
    }
  }

  get token() {
    return this.#data.token;
  }

  get pending() {
    return this.#data.pending;
  }

  get open() {
    return this.#data.open === true;
  }

  get options() {
    return this.#data.options ?? [];
  }

  /** @param {Data} changes */
  keep(changes) {
    this.#data = { ...this.#data, ...changes, seen: Date.now() };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.#data));
    } catch {
      // As above.
    }
  }

  /** Forgets the conversation; the chat stays open or closed as it was. */
  forgetConversation() {
    this.keep({ token: undefined, pending: undefined });
  }

  /** Forgets everything: nothing of this chat is left in the tab. */
  forget() {
    this.#data = {};
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was stored either.
    }
  }
}
