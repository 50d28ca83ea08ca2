/**
 * The stream of a conversation: turns as they come, and all that were missed after a connection broke.
 * Read with fetch, so that the token stays in a header and out of the address. When it fails, the chat
 * works on without it: sending gets its answer too.
 */

import { ServiceError } from "./api.js";

/** @typedef {import("./types.js").Turn} Turn */

const PAUSES_MS = [1_000, 3_000, 10_000, 30_000];
const SILENCE_MS = 40_000; // the service says something every 15 seconds

export class Stream {
  #api;
  #view;
  /** @type {AbortController | undefined} */
  #open;

  /**
   * @param {import("./api.js").ChatApi} api
   * @param {object} view
   * @param {() => number} view.after  the turn that was shown last
   * @param {() => void} view.alive  the service can be reached
   * @param {(number: number, turn: Turn) => void} view.turn  here is a turn
   * @param {() => void} view.gone  the conversation was deleted
   */
  constructor(api, view) {
    this.#api = api;
    this.#view = view;
  }

  /**
   * Opens the stream, once; tries again after a pause, always from the turn that was shown last.
   *
   * @param {string} token
   */
  async open(token) {
    if (this.#open) return;
    const life = (this.#open = new AbortController());
    for (let failures = 0; !life.signal.aborted; failures += 1) {
      const once = new AbortController();
      const end = () => once.abort();
      life.signal.addEventListener("abort", end);
      try {
        const body = await this.#api.stream(token, this.#view.after(), once.signal);
        this.#view.alive();
        for await (const [number, kind, data] of events(body, end)) {
          if (life.signal.aborted) return;
          failures = 0;
          if (kind === "weg") return this.#gone();
          this.#view.turn(number, JSON.parse(data));
        }
      } catch (error) {
        if (error instanceof ServiceError && error.status === 401) return;
      } finally {
        life.signal.removeEventListener("abort", end);
      }
      const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
        life.signal.addEventListener("abort", resolve);
      });
    }
  }

  close() {
    this.#open?.abort();
    this.#open = undefined;
  }

  #gone() {
    this.close();
    this.#view.gone();
  }
}

/**
 * Server-sent events: number, kind and data of each. Calls `silent` when nothing comes for too long.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {() => void} silent
 * @returns {AsyncGenerator<[number, string, string]>}
 */
async function* events(body, silent) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const timer = setTimeout(silent, SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line) => [line.split(": ", 1)[0], line.replace(/^\w*: /u, "")]));
      const data = fields.get("data");
      if (data) yield [Number(fields.get("id")), fields.get("event") ?? "", data];
    }
  }
}
