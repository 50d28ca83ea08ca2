/** What one tab remembers between pages: the token, an unanswered message, whether the chat is open. */

/** @typedef {import("./types.js").Pending} Pending */

const KEY = "jeugdhulp-assistent";

export class Memory {
  /** @type {{ token?: string, pending?: Pending, open?: boolean }} */
  #data = {};

  constructor() {
    try {
      this.#data = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") ?? {};
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

  /** @param {{ token?: string | undefined, pending?: Pending | undefined, open?: boolean }} changes */
  keep(changes) {
    this.#data = { ...this.#data, ...changes };
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
