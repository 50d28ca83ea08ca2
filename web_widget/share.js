/**
 * Tabs of one website share a conversation. The token never leaves the browser: a tab that has none asks
 * the others over a BroadcastChannel, which only pages of the same origin hear.
 */

const NAME = "jeugdhulp-assistent";
const WAIT_MS = 60;

/** @typedef {{ ask: true } | { token: string } | { left: true }} Message */

export class Share {
  /** @type {BroadcastChannel | undefined} */
  #channel;
  /** @type {((token: string) => void) | undefined} */
  #asked;

  /**
   * @param {string} service conversations of another service are not ours
   * @param {{ token: () => string | undefined, left: () => void }} tab token: what this tab has · left: the
   *   person left in a hurry in another tab
   */
  constructor(service, tab) {
    if (!("BroadcastChannel" in window)) return;
    const channel = (this.#channel = new BroadcastChannel(`${NAME} ${service}`));
    channel.onmessage = (/** @type {MessageEvent<Message>} */ { data }) => {
      const token = tab.token();
      if ("ask" in data && token) channel.postMessage({ token });
      if ("token" in data) this.#asked?.(data.token);
      if ("left" in data) tab.left();
    };
  }

  /** The token of another tab, undefined when no tab has one. */
  async ask() {
    if (!this.#channel) return undefined;
    /** @type {Promise<string | undefined>} */
    const answer = new Promise((resolve) => {
      this.#asked = resolve;
      setTimeout(() => resolve(undefined), WAIT_MS);
    });
    this.#channel.postMessage({ ask: true });
    return answer;
  }

  /** Tells the other tabs to forget the conversation too. */
  leave() {
    this.#channel?.postMessage({ left: true });
  }
}
