/** The calls to the chat service. Only fetch; no cookies, no referrer, nothing cached. */

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").HelpLine} HelpLine */
/** @typedef {import("./types.js").HistoryEntry} HistoryEntry */

/**
 * @template T
 * @typedef {{ data: T, number: number | undefined }} Numbered  with the number of the turn it belongs to
 */

const TIMEOUT_MS = 45_000;

/** The service could not be reached, or did not finish its answer. Worth trying again. */
export class NetworkError extends Error {}

/** The service answered, and the answer was no. */
export class ServiceError extends Error {
  /**
   * @param {number} status the HTTP status
   * @param {string} sentence what the service wants the person to read; may be empty
   * @param {HelpLine[]} lines help lines that go first; may be empty
   */
  constructor(status, sentence, lines) {
    super(`status ${status}`);
    this.status = status;
    this.sentence = sentence;
    this.lines = lines;
  }
}

export class ChatApi {
  #base;

  /** @param {URL} base where `chat` lives, with a slash at the end */
  constructor(base) {
    this.#base = base;
  }

  get base() {
    return this.#base.href;
  }

  /** @returns {Promise<Numbered<{ sender: string, berichten: Item[] }>>} */
  begin() {
    return this.#call("POST", "chat/begin", { body: {} });
  }

  /**
   * The same `id` again gives the same answer: a retry is never a second message.
   *
   * @param {string} token
   * @param {string} message
   * @param {string} id
   * @param {AbortSignal} signal
   * @returns {Promise<Numbered<Item[]>>}
   */
  send(token, message, id, signal) {
    return this.#call("POST", "chat", { body: { sender: token, message, message_id: id }, signal });
  }

  /**
   * @param {string} token
   * @returns {Promise<Numbered<{ berichten: HistoryEntry[] }>>}
   */
  history(token) {
    return this.#call("GET", "chat/berichten", { token });
  }

  /**
   * Deletes the conversation at the service; finishes even when the page goes away meanwhile.
   *
   * @param {string} token
   * @returns {Promise<unknown>}
   */
  erase(token) {
    return this.#call("DELETE", "chat", { token, keepalive: true });
  }

  /**
   * A one-time code to go on elsewhere, and until when it works (seconds since 1970).
   *
   * @param {string} token
   * @returns {Promise<{ code: string, tot: number }>}
   */
  async later(token) {
    return (await this.#call("POST", "chat/later", { token, body: {} })).data;
  }

  /**
   * A token for the conversation of a one-time code.
   *
   * @param {string} code
   * @returns {Promise<string>}
   */
  async resume(code) {
    return (await this.#call("POST", "chat/hervat", { body: { code } })).data.sender;
  }

  /**
   * Places that what is being typed may become.
   *
   * @param {string} token
   * @param {string} begin
   * @returns {Promise<string[]>}
   */
  async places(token, begin) {
    return (await this.#call("POST", "chat/plaatsen", { body: { sender: token, begin } })).data.plaatsen;
  }

  /**
   * Counts a yes or a no to "Was dit duidelijk?"; nothing else goes along.
   *
   * @param {string} token
   * @param {boolean} clear
   */
  async countClear(token, clear) {
    await this.#call("POST", "chat/duidelijk", { body: { sender: token, duidelijk: clear } });
  }

  /**
   * The stream of turns after number `after`.
   *
   * @param {string} token
   * @param {number} after
   * @param {AbortSignal} signal ends it
   * @returns {Promise<ReadableStream<Uint8Array>>}
   */
  async stream(token, after, signal) {
    const response = await this.#fetch("GET", `chat/stroom?na=${after}`, { token, signal });
    if (!response.ok || !response.body) throw await refusal(response);
    return response.body;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{ token?: string, body?: object, keepalive?: boolean, signal?: AbortSignal }} options
   */
  #fetch(method, path, { token, body, keepalive, signal }) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/json" };
    if (body) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = `Bearer ${token}`;
    return fetch(new URL(path, this.#base), {
      method,
      headers,
      body: body && JSON.stringify(body),
      keepalive,
      signal,
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{ token?: string, body?: object, keepalive?: boolean, signal?: AbortSignal }} options
   * @returns {Promise<Numbered<any>>}
   */
  async #call(method, path, options) {
    const aborter = new AbortController();
    const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS);
    options.signal?.addEventListener("abort", () => aborter.abort());
    try {
      const response = await this.#fetch(method, path, { ...options, signal: aborter.signal });
      if (!response.ok) throw await refusal(response);
      const number = Number(response.headers.get("Volgnummer")) || undefined;
      return { data: response.status === 204 ? null : await response.json(), number };
    } catch (error) {
      // Everything that is not a clear "no" is an unfinished answer: cut off, timed out, half JSON.
      throw error instanceof ServiceError ? error : new NetworkError();
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * @param {Response} response
 * @returns {Promise<ServiceError>}
 */
async function refusal(response) {
  try {
    const { fout, lijnen } = await response.json();
    const lines = Array.isArray(lijnen) ? lijnen : [];
    return new ServiceError(response.status, typeof fout === "string" ? fout : "", lines);
  } catch {
    return new ServiceError(response.status, "", []); // a proxy's own error page
  }
}
