/**
 * The wire format of the chat service, as types. Nothing here runs.
 *
 * @typedef {{ title: string, payload: string, soort?: "wens" }} Button  wens: about the conversation itself
 * @typedef {{ naam: string, nummer: string, uitleg?: string }} HelpLine
 * @typedef {{ label: string, antwoord: string }} Row
 * @typedef {{ titel: string, belangrijk?: boolean, regels: Row[] }} Section
 * @typedef {"tekst" | "telefoon" | "email" | "plaats" | "getal" | "lang" | "datum"} InputHint
 *
 * @typedef {object} Custom
 * @property {"antwoord" | "vraag" | "overzicht" | "gevaar" | "ontvangst" | "fout"} [soort]
 * @property {string} [bron]
 * @property {string} [formulier]  the form that this belongs to
 * @property {string} [onderwerp]  the topic that was explained
 * @property {{ nummer: number, van: number }} [voortgang]
 * @property {Section[]} [onderdelen]
 * @property {InputHint} [invoer]
 * @property {boolean} [meerdere]  several of the buttons may be chosen together
 * @property {HelpLine[]} [lijnen]
 * @property {"wis_gesprek"} [opdracht]
 *
 * @typedef {{ recipient_id?: string, text?: string, buttons?: Button[], custom?: Custom }} Item
 * @typedef {{ tijd?: number }} Timed  seconds since 1970
 * @typedef {{ van: "mens", text: string, message_id?: string } & Timed} OwnEntry
 * @typedef {OwnEntry | ({ van: "assistent" } & Item & Timed)} HistoryEntry
 *
 * @typedef {{ text: string, id: string }} Pending  A message whose answer has not been seen yet.
 *
 * @typedef {object} Turn  A message and its answer, as the stream brings it.
 * @property {string} message_id  empty for the opening of the conversation
 * @property {string} text
 * @property {number} [tijd]
 * @property {Item[]} berichten
 */

export {};
