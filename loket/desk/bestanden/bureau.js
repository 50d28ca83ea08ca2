// The desk works without this. It adds keys, sends a filter at once, and says in time that a session will end.
"use strict";

const own = (key) => {
  try { return localStorage.getItem(key); } catch { return null; }
};

// keys: off when the reader said so, and never while typing
const KEYS = "loket-toetsen";
let keys = own(KEYS) !== "uit";
const help = document.querySelector("#toetsen");
const toggle = document.querySelector("#toetsen-uit");
const rows = () => [...document.querySelectorAll(".rows a.number")];

const say = () => { if (toggle) toggle.checked = keys; };
say();
toggle?.addEventListener("change", () => {
  keys = toggle.checked;
  try { localStorage.setItem(KEYS, keys ? "aan" : "uit"); } catch { /* then for this page only */ }
});
document.querySelector("#toon-toetsen")?.addEventListener("click", () => help?.showModal());

const typing = (element) => element?.closest("input, textarea, select, [contenteditable]") && element.type !== "checkbox" && element.type !== "radio";

document.addEventListener("keydown", (event) => {
  if (!keys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(document.activeElement) || document.querySelector("dialog[open]")) return;
  const list = rows();
  const at = list.indexOf(document.activeElement);
  let done = true;
  if (event.key === "j" && list.length) list[Math.min(at + 1, list.length - 1)].focus();
  else if (event.key === "k" && list.length) list[Math.max(at - 1, 0)].focus();
  else if (event.key === "/" && document.querySelector("#zoek")) document.querySelector("#zoek").focus();
  else if (event.key === "u" && document.querySelector("a.back")) document.querySelector("a.back").click();
  else if (event.key === "b" && document.querySelector("#beslis")) document.querySelector("#beslis a, #beslis button")?.focus();
  else if (event.key === "n" && document.querySelector("#notitie")) document.querySelector("#notitie").focus();
  else if (event.key === "?" && help) help.showModal();
  else done = false;
  if (done) event.preventDefault();
});

// a filter counts as soon as it is chosen; the button is for who has no script
for (const form of document.querySelectorAll("form[data-vanzelf]")) {
  form.querySelector("[data-knop]")?.setAttribute("hidden", "");
  for (const field of form.querySelectorAll("select, input[type=checkbox]")) field.addEventListener("change", () => form.requestSubmit());
}

// nothing is sent twice by a double click
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.weg) event.preventDefault();
    form.dataset.weg = "1";
  });
}
addEventListener("pageshow", () => { for (const form of document.querySelectorAll("form[data-weg]")) delete form.dataset.weg; });

document.querySelector("#druk-af")?.addEventListener("click", () => print());
if (document.querySelector("#druk-af")) document.querySelector("#druk-af").hidden = false;

// a session that will end says so in time, and one press keeps it
const stay = document.querySelector("#blijf");
if (stay) {
  const total = Number(stay.dataset.minuten) * 60_000;
  const before = Math.min(120_000, total / 2);
  let timer;
  const wait = () => {
    clearTimeout(timer);
    stay.hidden = true;
    timer = setTimeout(() => {
      stay.hidden = false;
      timer = setTimeout(() => location.reload(), before + 5_000);
    }, total - before);
  };
  stay.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    delete form.dataset.weg;
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" }).catch(() => null);
    if (answer?.status === 204) wait();
    else location.reload();
  });
  wait();
}
