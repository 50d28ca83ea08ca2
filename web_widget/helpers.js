/** Helps to fill in a date or a place. They fill the field; what the person types is always right too. */

import { button, el } from "./dom.js";
import { TEXTS } from "./texts.js";

const PAUSE_MS = 250;

/**
 * A date picker.
 *
 * @param {(text: string) => void} fill
 */
export function datePicker(fill) {
  const input = el("input", { type: "date", id: "date" });
  input.addEventListener("change", () => {
    const [year, month, day] = input.value.split("-");
    if (year) fill(`${Number(day)}/${Number(month)}/${year}`);
  });
  return [el("label", { for: "date" }, TEXTS.date), input];
}

/**
 * Places that fit what stands in the field, as buttons.
 *
 * @param {HTMLTextAreaElement} field
 * @param {(begin: string) => Promise<string[]>} search
 * @param {(text: string) => void} fill
 * @param {AbortSignal} signal  ends it
 */
export function placePicker(field, search, fill, signal) {
  const group = el("div", { class: "places", role: "group", "aria-label": TEXTS.places });
  const found = el("p", { class: "spoken", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {string[]} places */
  const show = (places) => {
    group.replaceChildren(
      ...places.map((place) =>
        button("small", place, () => {
          show([]);
          fill(place);
        }),
      ),
    );
    found.textContent = places.length ? TEXTS.placesFound(places.length) : "";
  };
  const look = async () => {
    const begin = field.value.trim();
    const places = begin.length > 1 && begin.length < 40 ? await search(begin) : [];
    if (!signal.aborted && begin === field.value.trim()) show(places);
  };
  field.addEventListener(
    "input",
    () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    },
    { signal },
  );
  signal.addEventListener("abort", () => clearTimeout(timer));
  return [group, found];
}
