/**
 * One conversation: what was sent, what is awaited, what went wrong. It knows no page; it tells a
 * `view` what to show.
 */

import { NetworkError, ServiceError } from "./api.js";
import { HELP_LINES, TEXTS } from "./texts.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").HelpLine} HelpLine */
/** @typedef {import("./types.js").HistoryEntry} HistoryEntry */
/** @typedef {import("./types.js").Pending} Pending */

/**
 * `new`: nothing asked yet · `busy`: an answer is awaited · `ready`: the person may write ·
 * `failed`: something has to be tried again · `ended`: only a new conversation is left.
 *
 * @typedef {object} Status
 * @property {"new" | "busy" | "ready" | "failed" | "ended"} kind
 * @property {string} [text] what to tell the person
 * @property {HelpLine[]} [lines] phone numbers to show with it
 * @property {boolean} [reconnecting] a lost connection is being tried again
 */

/**
 * @typedef {object} View
 * @property {(status: Status) => void} status
 * @property {(items: Item[]) => void} answered  new items of the assistant, in order
 * @property {(text: string) => void} sent  the person's message, not yet answered
 * @property {(entries: HistoryEntry[]) => void} restored  the whole conversation so far, nothing new in it
 * @property {(text: string) => void} returned  a message that was refused, back to the person
 */

const PAUSES_MS = [1_000, 2_000, 4_000];

export class Conversation {
  #api;
  #memory;
  #view;
  /** @type {Status} */
  #status = { kind: "new" };
  /** @type {(() => Promise<() => void>) | null} the work that failed and can be tried again */
  #failed = null;
  #lostConnection = false;
  /** Counts conversations: an answer that arrives for an earlier one is thrown away. */
  #era = 0;

  /**
   * @param {import("./api.js").ChatApi} api
   * @param {import("./memory.js").Memory} memory
   * @param {View} view
   */
  constructor(api, memory, view) {
    this.#api = api;
    this.#memory = memory;
    this.#view = view;
  }

  get status() {
    return this.#status;
  }

  /** Begins, or goes on where this tab was. Does nothing when already begun. */
  start() {
    if (this.#status.kind !== "new") return;
    void this.#run(this.#memory.token ? () => this.#restore() : () => this.#begin());
  }

  /**
   * Sends a message. False when it was not taken: the caller keeps the text.
   *
   * @param {string} text
   * @param {string} [shown] what the person chose, when that reads differently
   * @returns {boolean}
   */
  send(text, shown = text) {
    if (this.#status.kind === "failed") this.retry();
    if (this.#status.kind !== "ready") return false;
    const pending = { text, id: uuid() };
    this.#memory.keep({ pending });
    this.#view.sent(shown);
    void this.#run(() => this.#post(pending));
    return true;
  }

  /** Tries again what failed; the same message keeps its id. */
  retry() {
    if (this.#status.kind === "failed" && this.#failed) void this.#run(this.#failed);
  }

  /** The browser has a connection again. */
  online() {
    if (this.#lostConnection) this.retry();
  }

  /** Forgets the old conversation and begins a new one. */
  restart() {
    this.#era += 1;
    this.#memory.forgetConversation();
    this.#status = { kind: "new" };
    this.#view.restored([]);
    this.start();
  }

  /** Deletes the conversation at the service and forgets it here. */
  erase() {
    const token = this.#memory.token;
    if (!token || this.#status.kind === "busy") return;
    void this.#run(async () => {
      await this.#api.erase(token).catch(ignoreGone);
      return () => {
        this.#view.restored([]);
        this.#end(TEXTS.erased);
      };
    });
  }

  /** Forgets everything at once and asks the service to do the same, without waiting for it. */
  leave() {
    const token = this.#memory.token;
    this.#era += 1;
    this.#memory.forget();
    this.#status = { kind: "ended" };
    if (token) this.#api.erase(token).catch(() => {});
  }

  async #begin() {
    const { sender, berichten } = await this.#api.begin();
    return () => {
      this.#memory.keep({ token: sender, pending: undefined });
      this.#view.answered(berichten);
    };
  }

  /** A message whose answer this tab never saw goes first, so that the history holds it. */
  async #restore() {
    const { token = "", pending } = this.#memory;
    let refused = false;
    if (pending) {
      try {
        const items = await this.#api.send(token, pending.text, pending.id);
        if (erases(items)) return () => this.#answered(items);
      } catch (error) {
        refused = isRefusal(error);
        if (!refused) throw error;
      }
    }
    const { berichten } = await this.#api.history(token);
    return () => {
      this.#view.restored(berichten);
      if (refused) this.#giveBack();
      this.#memory.keep({ pending: undefined });
    };
  }

  /** @param {Pending} pending */
  async #post(pending) {
    const items = await this.#api.send(this.#memory.token ?? "", pending.text, pending.id);
    return () => {
      this.#memory.keep({ pending: undefined });
      this.#answered(items);
    };
  }

  /** @param {Item[]} items */
  #answered(items) {
    this.#view.answered(items);
    if (erases(items)) this.#end(TEXTS.erased);
  }

  /**
   * Does the work, again after a pause when the connection fails, and shows where that leaves us.
   *
   * @param {() => Promise<() => void>} work asks the service; what it returns shows the answer
   */
  async #run(work) {
    const era = this.#era;
    this.#failed = null;
    this.#lostConnection = false;
    this.#set({ kind: "busy" });
    for (let attempt = 0; ; attempt += 1) {
      try {
        const show = await work();
        if (era !== this.#era) return;
        show();
        if (this.#status.kind === "busy") this.#set({ kind: "ready" });
        return;
      } catch (error) {
        if (era !== this.#era) return;
        const pause = PAUSES_MS[attempt];
        if (!(error instanceof NetworkError) || pause === undefined || navigator.onLine === false) {
          this.#fail(error, work);
          return;
        }
        this.#set({ kind: "busy", reconnecting: true });
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (era !== this.#era) return;
      }
    }
  }

  /**
   * @param {unknown} error
   * @param {() => Promise<() => void>} work
   */
  #fail(error, work) {
    if (error instanceof ServiceError && error.status === 401) {
      this.#giveBack();
      this.#end(TEXTS.expired);
      return;
    }
    if (isRefusal(error) && this.#memory.pending) {
      this.#giveBack();
      const text = error.sentence || (error.status === 400 ? TEXTS.refused : TEXTS.tooLong);
      this.#set({ kind: "ready", text, lines: error.lines });
      return;
    }
    this.#failed = work;
    this.#lostConnection = error instanceof NetworkError;
    this.#set({ kind: "failed", ...explain(error) });
  }

  /** A refused message was not processed: the person gets it back. */
  #giveBack() {
    const pending = this.#memory.pending;
    this.#memory.keep({ pending: undefined });
    if (pending) this.#view.returned(pending.text);
  }

  /** @param {string} text */
  #end(text) {
    this.#era += 1;
    this.#memory.forgetConversation();
    this.#set({ kind: "ended", text });
  }

  /** @param {Status} status */
  #set(status) {
    this.#status = status;
    this.#view.status(status);
  }
}

/**
 * @param {unknown} error
 * @returns {{ text: string, lines: HelpLine[] }}
 */
function explain(error) {
  if (error instanceof ServiceError) {
    const own = error.status === 429 ? TEXTS.tooMany : TEXTS.broken;
    return { text: error.sentence || own, lines: error.lines.length ? error.lines : HELP_LINES };
  }
  return { text: navigator.onLine === false ? TEXTS.offline : TEXTS.unreachable, lines: HELP_LINES };
}

/** @param {Item[]} items */
function erases(items) {
  return items.some((item) => item.custom?.opdracht === "wis_gesprek");
}

/**
 * The message itself is the trouble: sending it again as it is cannot help.
 *
 * @param {unknown} error
 * @returns {error is ServiceError}
 */
function isRefusal(error) {
  return error instanceof ServiceError && [400, 413, 422].includes(error.status);
}

/** @param {unknown} error */
function ignoreGone(error) {
  if (!(error instanceof ServiceError && [401, 404].includes(error.status))) throw error;
}

/** A version 4 UUID; `crypto.randomUUID` exists only on https and localhost. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
