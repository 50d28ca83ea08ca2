/** Reading aloud and dictation, where the browser has them. */

/** A voice that speaks Dutch on this device itself: what is read aloud goes nowhere. */
function dutchVoice() {
  const voices = globalThis.speechSynthesis?.getVoices().filter((v) => v.localService && /^nl\b/iu.test(v.lang)) ?? [];
  return voices.find(({ lang }) => /be$/iu.test(lang)) ?? voices[0];
}

export function canRead() {
  return Boolean(dutchVoice());
}

/**
 * Reads a text aloud, after what is being read already.
 *
 * @param {string} text
 */
export function read(text) {
  const voice = dutchVoice();
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = "nl-BE";
  utterance.voice = voice;
  speechSynthesis.speak(utterance);
}

export function hush() {
  globalThis.speechSynthesis?.cancel();
}

/** The browser's own dictation, undefined where there is none. @type {(new () => any) | undefined} */
const Recognition = /** @type {any} */ (window).SpeechRecognition ?? /** @type {any} */ (window).webkitSpeechRecognition;

export function canDictate() {
  return Boolean(Recognition);
}

/**
 * Listens until the person is silent.
 *
 * @param {(text: string) => void} heard
 * @param {(failed?: boolean) => void} ended
 * @returns {(drop?: boolean) => void} stops listening; `drop`: what was heard last does not count
 */
export function dictate(heard, ended) {
  if (!Recognition) return () => {};
  const recognition = new Recognition();
  recognition.lang = "nl-BE";
  recognition.onresult = (/** @type {any} */ { results }) => heard(results[0][0].transcript);
  let failed = false;
  recognition.onerror = (/** @type {any} */ { error }) => (failed = error !== "aborted");
  recognition.onend = () => ended(failed);
  recognition.start();
  return (drop) => (drop ? recognition.abort() : recognition.stop());
}
