/** Building nodes without ever parsing text as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an element. `class`, `role`, `aria-*` and the like are set as attributes; strings become text
 * nodes. Style attributes are refused: a strict Content-Security-Policy forbids them.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A button that does something when pressed, by mouse, touch or keyboard.
 *
 * @param {string} className
 * @param {string | Node} label
 * @param {(event: MouseEvent) => void} onPress
 */
export function button(className, label, onPress) {
  const element = el("button", { type: "button", class: className }, label);
  element.addEventListener("click", onPress);
  return element;
}

/**
 * Text that only a screen reader meets.
 *
 * @param {string} text
 */
export function spoken(text) {
  return el("span", { class: "spoken" }, text);
}

/**
 * A decorative line drawing of 24 by 24 units.
 *
 * @param {string} path the `d` of one stroked path
 */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
