// What is typed on the card of the ticket, as it stands now.
import { Topic } from "../../../../shared/helpline/ticket.ts";
import { byId } from "../../../dom.ts";
import type { Call } from "./call.ts";
import { keptCards } from "./cards.ts";
import { paragraph } from "./draw.ts";
import { keepText } from "./kept.ts";

export const field = (id: string) => byId(id) as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export const picks = () => Array.from(document.querySelectorAll<HTMLInputElement>("input[name=part]"));
/** What was asked about, part by part. */
export const picked = (): Topic[] =>
  picks().flatMap(({ checked, value }) => (checked ? Topic.options.filter((topic) => topic === value) : []));

/** Until it is saved. */
export function keep({ ticket, words }: Call): void {
  const parts = picked().join(" ");
  keepText(ticket().ticket, {
    category: field("category").value,
    summary: field("asked").value,
    answer: field("answer").value,
    parts,
    cards: keptCards(),
  });
  byId("note-said").replaceChildren(paragraph(words.unsaved, "hint end"));
}
