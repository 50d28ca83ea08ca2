/** The calls to the chat service. Only fetch; no cookies, no referrer, nothing cached. */

/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").HelpLine} HelpLine */
/** @typedef {import("./types.js").HistoryEntry} HistoryEntry */

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

  /** @returns {Promise<{ sender: string, berichten: Item[] }>} */
  begin() {
    return this.#call("POST", "chat/begin", { body: "{}" });
  }

  /**
   * The same `id` again gives the same answer: a retry is never a second message.
   *
   * @param {string} token
   * @param {string} message
   * @param {string} id
   * @returns {Promise<Item[]>}
   */
  send(token, message, id) {
    return this.#call("POST", "chat", { body: JSON.stringify({ sender: token, message, message_id: id }) });
  }

  /**
   * @param {string} token
   * @returns {Promise<{ berichten: HistoryEntry[] }>}
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
   * @param {string} method
   * @param {string} path
   * @param {{ token?: string, body?: string, keepalive?: boolean }} options
   * @returns {Promise<any>}
   */
  async #call(method, path, { token, body, keepalive }) {
    /** @type {Record<string, string>} */
    const headers = { Accept: "application/json" };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = `Bearer ${token}`;
    const aborter = new AbortController();
    const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(new URL(path, this.#base), {
        method,
        headers,
        body,
        keepalive,
        signal: aborter.signal,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
      if (response.status === 204) return null;
      if (response.ok) return await response.json();
      throw await refusal(response);
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
