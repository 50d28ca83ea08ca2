/**
 * The wire format of the chat service, as types. Nothing here runs.
 *
 * @typedef {{ title: string, payload: string }} Button
 * @typedef {{ naam: string, nummer: string, uitleg?: string }} HelpLine
 * @typedef {{ label: string, antwoord: string }} Row
 * @typedef {{ titel: string, belangrijk?: boolean, regels: Row[] }} Section
 * @typedef {"tekst" | "telefoon" | "email" | "plaats" | "getal" | "lang"} InputHint
 *
 * @typedef {object} Custom
 * @property {"antwoord" | "vraag" | "overzicht" | "gevaar" | "ontvangst" | "fout"} [soort]
 * @property {string} [bron]
 * @property {{ nummer: number, van: number }} [voortgang]
 * @property {Section[]} [onderdelen]
 * @property {InputHint} [invoer]
 * @property {HelpLine[]} [lijnen]
 * @property {"wis_gesprek"} [opdracht]
 *
 * @typedef {{ recipient_id?: string, text?: string, buttons?: Button[], custom?: Custom }} Item
 * @typedef {({ van: "mens", text: string }) | ({ van: "assistent" } & Item)} HistoryEntry
 *
 * @typedef {{ text: string, id: string }} Pending  A message whose answer has not been seen yet.
 */

export {};
