/**
 * Puts turns in order. They come by two roads, as the answer to a message and over the stream; every turn
 * has a number, and goes through here once, in the order of the numbers.
 */

/** @typedef {import("./types.js").Turn} Turn */

export class Inbox {
  #after = 0;
  /** @type {Set<string>} messages whose answer has been shown */
  #seen = new Set();
  /** @type {Map<number, Turn>} turns that came too early */
  #early = new Map();

  /** The number of the latest turn that was shown. */
  get after() {
    return this.#after;
  }

  /**
   * Begins anew after turn `number`, with messages that have been shown already.
   *
   * @param {number} number
   * @param {string[]} [seen]
   */
  reset(number, seen = []) {
    this.#after = number;
    this.#seen = new Set(seen);
    this.#early.clear();
  }

  /**
   * Takes a turn in, and gives all that can be shown now: none when it came before, or came too early.
   *
   * @param {number} number
   * @param {Turn} turn
   * @returns {Turn[]}
   */
  take(number, turn) {
    if (number > this.#after) this.#early.set(number, turn);
    /** @type {Turn[]} */
    const ready = [];
    for (let next; (next = this.#early.get(this.#after + 1)); ) {
      this.#after += 1;
      this.#early.delete(this.#after);
      if (!this.#seen.has(next.message_id)) ready.push(next);
      this.#seen.add(next.message_id);
    }
    return ready;
  }
}
