/**
 * One conversation: what was sent, what is awaited, what went wrong. It knows no page; it tells a
 * `view` what to show.
 */

import { NetworkError, ServiceError } from "./api.js";
import { Inbox } from "./inbox.js";
import { Share } from "./share.js";
import { Stream } from "./stream.js";
import { HELP_LINES, TEXTS } from "./texts.js";

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").HelpLine} HelpLine */
/** @typedef {import("./types.js").HistoryEntry} HistoryEntry */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {import("./types.js").Turn} Turn */

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
 * `began`: a conversation that was not there before · `elsewhere`: a turn that another tab or device took ·
 * `left`: the person left in a hurry in another tab.
 *
 * @typedef {object} View
 * @property {() => void} began
 * @property {(turn: Turn) => void} elsewhere
 * @property {() => void} left
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
  #inbox = new Inbox();
  #share;
  #stream;
  #watched = false;
  /** @type {Turn | undefined} the answer that is awaited, when the stream brought it */
  #streamed;
  /** @type {((turn: Turn) => void) | undefined} told of that answer */
  #awaited;

  /**
   * @param {import("./api.js").ChatApi} api
   * @param {import("./memory.js").Memory} memory
   * @param {View} view
   */
  constructor(api, memory, view) {
    this.#api = api;
    this.#memory = memory;
    this.#view = view;
    this.#share = new Share(api.base, {
      token: () => this.#memory.token,
      left: () => {
        if (!this.#memory.token) return;
        this.#end(TEXTS.erased);
        this.#memory.forget();
        this.#view.left();
      },
    });
    this.#stream = new Stream(api, {
      after: () => this.#inbox.after,
      alive: () => this.online(),
      turn: (number, turn) => this.#arrived(number, turn),
      gone: () => {
        if (this.#status.kind === "busy") return; // the answer to what was asked says it
        this.#view.restored([]);
        this.#end(TEXTS.erased);
      },
    });
  }

  get status() {
    return this.#status;
  }

  /**
   * Whether somebody looks at the conversation: only then is its stream open. A browser allows few
   * connections, and a phone that sleeps needs none.
   *
   * @param {boolean} watched
   */
  watch(watched) {
    this.#watched = watched;
    this.#follow();
  }

  /** Begins, or goes on where this tab was. Does nothing when already begun. */
  start() {
    if (this.#status.kind !== "new") return;
    void this.#run(() => (this.#memory.token ? this.#restore() : this.#begin()));
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

  /** There is a connection again: the browser says so, or the service is heard. */
  online() {
    if (this.#lostConnection) this.retry();
  }

  /** Forgets the old conversation and begins a new one. */
  restart() {
    this.#reset();
    this.#memory.forgetConversation();
    this.#view.restored([]);
    this.start();
  }

  /** A one-time code to go on elsewhere. Rejects with a ServiceError or a NetworkError. */
  later() {
    return this.#api.later(this.#memory.token ?? "");
  }

  /**
   * Goes on with the conversation of a code. Rejects with a ServiceError or a NetworkError.
   *
   * @param {string} code
   */
  async resume(code) {
    const token = await this.#api.resume(code);
    this.#reset();
    this.#memory.forgetConversation();
    this.#memory.keep({ token });
    this.#view.restored([]);
    this.start();
  }

  /**
   * Places that what is being typed may become; none when that cannot be asked.
   *
   * @param {string} begin
   */
  async places(begin) {
    return this.#api.places(this.#memory.token ?? "", begin).catch(() => []);
  }

  /**
   * Counts whether an answer was clear; not worth a word when that fails.
   *
   * @param {boolean} clear
   */
  countClear(clear) {
    this.#api.countClear(this.#memory.token ?? "", clear).catch(() => {});
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
    this.#reset();
    this.#memory.forget();
    this.#status = { kind: "ended" };
    this.#share.leave();
    if (token) this.#api.erase(token).catch(() => {});
  }

  #reset() {
    this.#era += 1;
    this.#status = { kind: "new" };
    this.#stream.close();
    this.#inbox.reset(0);
  }

  #follow() {
    const token = this.#memory.token;
    if (this.#watched && token && this.#status.kind !== "new") void this.#stream.open(token);
    else this.#stream.close();
  }

  async #begin() {
    const known = await this.#share.ask();
    if (known) {
      this.#memory.keep({ token: known });
      return this.#restore();
    }
    const { data, number } = await this.#api.begin();
    return () => {
      this.#memory.keep({ token: data.sender, pending: undefined });
      this.#inbox.reset(number ?? 0, [""]);
      this.#view.answered(data.berichten);
      this.#view.began();
    };
  }

  /**
   * A turn came over the stream.
   *
   * @param {number} number
   * @param {Turn} turn
   */
  #arrived(number, turn) {
    for (const next of this.#inbox.take(number, turn)) {
      if (next.message_id !== this.#memory.pending?.id) {
        this.#view.elsewhere(next);
        continue;
      }
      this.#streamed = next;
      this.#awaited?.(next);
      this.retry(); // when it had failed
    }
  }

  /** A message whose answer this tab never saw goes first, so that the history holds it. */
  async #restore() {
    const { token = "", pending } = this.#memory;
    let refused = false;
    if (pending) {
      try {
        const { data } = await this.#api.send(token, pending.text, pending.id, new AbortController().signal);
        if (erases(data)) return () => this.#answered(data);
      } catch (error) {
        refused = isRefusal(error);
        if (!refused) throw error;
      }
    }
    const { data, number } = await this.#api.history(token);
    return () => {
      this.#restored(data.berichten, number);
      if (refused) this.#giveBack();
      this.#memory.keep({ pending: undefined });
    };
  }

  /**
   * @param {HistoryEntry[]} entries
   * @param {number | undefined} number
   */
  #restored(entries, number) {
    const seen = entries.map((entry) => (entry.van === "mens" ? (entry.message_id ?? "") : ""));
    this.#inbox.reset(number ?? 0, ["", ...seen]);
    this.#view.restored(entries);
  }

  /**
   * Sends, and waits for the answer by whichever road it comes first.
   *
   * @param {Pending} pending
   */
  async #post(pending) {
    const token = this.#memory.token ?? "";
    const aborter = new AbortController();
    /** @type {Promise<Turn>} */
    const streamed = new Promise((resolve) => (this.#awaited = resolve));
    if (this.#streamed?.message_id === pending.id) this.#awaited?.(this.#streamed);
    const sent = this.#api.send(token, pending.text, pending.id, aborter.signal);
    sent.catch(() => {}); // when the stream was first
    const answer = await Promise.race([streamed, sent]);
    aborter.abort();
    const { data, number } = "berichten" in answer ? { data: answer.berichten, number: undefined } : answer;
    /** @type {HistoryEntry[] | undefined} */
    let missed;
    if (number !== undefined && number > this.#inbox.after + 1) {
      // Others spoke in between, and the stream has not told of it: the whole conversation has.
      const history = await this.#api.history(token);
      const own = history.data.berichten.findIndex((e) => e.van === "mens" && e.message_id === pending.id);
      missed = history.data.berichten.slice(0, own + 1);
    }
    return () => {
      this.#memory.keep({ pending: undefined });
      const turn = { message_id: pending.id, text: pending.text, berichten: data };
      if (missed) this.#restored(missed, number);
      const ready = missed || number === undefined ? [turn] : this.#inbox.take(number, turn);
      for (const { message_id, ...rest } of ready) {
        if (message_id === pending.id) this.#answered(data);
        else this.#view.elsewhere({ message_id, ...rest }); // had come too early
      }
    };
  }

  /** @param {Item[]} items */
  #answered(items) {
    const erased = erases(items);
    // What was wiped must not be readable on the screen either.
    if (erased) this.#view.restored([]);
    this.#view.answered(items);
    if (erased) this.#end(TEXTS.erased);
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
    this.#reset();
    this.#memory.forgetConversation();
    this.#set({ kind: "ended", text });
  }

  /** @param {Status} status */
  #set(status) {
    this.#status = status;
    this.#view.status(status);
    if (status.kind === "ready") this.#follow();
  }
}

/**
 * @param {unknown} error
 * @returns {{ text: string, lines: HelpLine[] }}
 */
export function explain(error) {
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
