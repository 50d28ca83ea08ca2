/** Tells that something was said while nobody looked: a number on the button, and in the page's title. */

export class Unread {
  #count = 0;
  #title = "";
  #show;

  /** @param {(count: number) => void} show */
  constructor(show) {
    this.#show = show;
  }

  add() {
    if (!this.#count) this.#title = document.title;
    this.#count += 1;
    document.title = `(${this.#count}) ${this.#title}`;
    this.#show(this.#count);
  }

  clear() {
    if (!this.#count) return;
    // A page that changed its own title meanwhile keeps that.
    if (document.title === `(${this.#count}) ${this.#title}`) document.title = this.#title;
    this.#count = 0;
    this.#show(0);
  }
}
