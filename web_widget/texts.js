/** Every word that the widget itself says, and the help lines that work without our service. */

/** @type {import("./types.js").HelpLine[]} */
export const HELP_LINES = [
  { naam: "Awel", nummer: "102", uitleg: "Praten als je jong bent. Gratis en anoniem." },
  { naam: "Zelfmoordlijn", nummer: "1813", uitleg: "Als je aan zelfdoding denkt. Dag en nacht." },
  { naam: "Noodnummer", nummer: "112", uitleg: "Als er nu gevaar is." },
  { naam: "JO-lijn", nummer: "0800 900 33", uitleg: "Vragen of klachten over jeugdhulp. Gratis." },
];

export const TEXTS = {
  title: "Vraag het de assistent",
  launcher: "Stel je vraag",
  close: "Sluit de chat",
  exit: "Snel weg",
  menu: "Meer over deze chat",
  conversation: "Gesprek",
  messages: "Berichten",
  assistant: "Assistent:",
  you: "Jij:",
  choices: "Kies een antwoord",
  choicesBelow: (/** @type {number} */ n) =>
    n === 1 ? "Onder dit bericht staat 1 keuze." : `Onder dit bericht staan ${n} keuzes.`,
  label: "Jouw bericht",
  placeholder: "Typ hier…",
  send: "Verstuur",
  letters: "Letters typen",
  typing: "De assistent schrijft…",
  wait: "Even wachten: het antwoord komt eraan.",
  reconnecting: "Er is geen verbinding. Ik probeer het nog eens…",
  notSent: "Nog niet verstuurd",
  retry: "Opnieuw proberen",
  restart: "Nieuw gesprek beginnen",
  important: "Belangrijk",
  source: "Bron",
  call: "Bel",
  newTab: "(opent in een nieuw tabblad)",
  progress: (/** @type {number} */ n, /** @type {number} */ of) => `Vraag ${n} van ongeveer ${Math.max(n, of)}`,

  offline: "Je hebt nu geen internet. Je bericht blijft hier staan. Ik probeer het opnieuw als je weer verbinding hebt.",
  unreachable: "Ik kan de assistent nu niet bereiken. Je bericht is niet weg. Probeer het zo opnieuw.",
  broken: "Er ging iets mis bij ons. Je bericht is niet weg. Probeer het opnieuw.",
  tooMany: "Dat waren veel berichten na elkaar. Wacht een minuut en probeer het dan opnieuw.",
  tooLong: "Je bericht is te lang. Het staat terug in het vak. Maak het korter, of stuur het in stukken.",
  refused: "Dit bericht kon ik niet versturen. Het staat terug in het vak. Pas het aan en probeer opnieuw.",
  linesIntro: "Wil je nu met iemand praten? Deze nummers werken ook zonder deze chat:",
  expired: "Dit gesprek is er niet meer. We bewaren een gesprek maar kort. Je kunt gewoon een nieuw gesprek beginnen.",
  erased: "Het gesprek is gewist.",

  eraseTitle: "Wis mijn gesprek",
  eraseText: "We wissen dan alles wat je hier typte. Een aanvraag die je al verstuurde, blijft bij het loket.",
  eraseConfirm: "Ja, wis alles",
  exitTitle: "Wat doet Snel weg?",
  exitDoes:
    "Snel weg wist dit gesprek en opent meteen een gewone website. Drie keer op Shift drukken doet hetzelfde.",
  exitDoesNot:
    "Snel weg wist de geschiedenis van je browser niet. Daarin kan nog staan dat je op deze website was. Een aanvraag die je al verstuurde, blijft bij het loket.",
};
