import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** A message that would have gone to a telephone. */
export type Outgoing = { to: string; text: string; at: string };
export type Outbox = { recordMessage(message: Outgoing): void; messages(): readonly Outgoing[] };

const SHOWN = 500;

/** The messages that would have gone out, newest last, kept in a file of one message a line. */
export function openOutbox(file: string): Outbox {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  let shown = lines.filter(isWhole).slice(-SHOWN).map(parse);
  if (lines.at(-1)) appendFileSync(file, "\n"); // a line cut short by a kill stays by itself

  return {
    recordMessage(message) {
      appendFileSync(file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
      shown = [...shown, message].slice(-SHOWN);
    },
    messages: () => shown,
  };
}

const parse = (line: string): Outgoing => JSON.parse(line);
const isWhole = (line: string) => /^\{.*\}$/.test(line);
