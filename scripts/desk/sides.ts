// Where somebody may be somebody who is there already, where the register has somebody wrong or somebody died: what was sent, and
// whom to compare with it, side by side. Whoever is shown here finds the look in their access log.
import type { Casework } from "../../functions/casework/casework.ts";
import type { Looks } from "../../functions/looks/looks.ts";
import type { Register } from "../../functions/register/register.ts";
import { identityAfter } from "../../shared/change/correction-effect.ts";
import { isCorrection } from "../../shared/change/corrections.ts";
import type { Task } from "../../shared/desk/task.ts";
import { leading, standingOf } from "../../shared/facts.ts";
import type { Address, Identity, RecordPage } from "../../shared/registration.ts";
import type { Submission } from "../../shared/submission.ts";

type Options = { register: Pick<Register, "page">; casework: Pick<Casework, "submission">; looks: Looks };
type Side = { identity: Identity; phones?: readonly string[]; residence?: Address | undefined; more?: string };

export const sidesIn =
  ({ register, casework, looks }: Options) =>
  async ({ personId, receipt, others = [], about }: Task, by: string): Promise<string[]> => {
    const submission = await casework.submission({ personId, receipt });
    const lines = submission ? await saidIn(submission) : [];
    if (lines.length === 0) return [];
    for (const id of [...others, ...(about ? [about] : [])]) {
      await looks.note(id, { kind: "staff", lookId: crypto.randomUUID(), by, reason: `desk ${receipt}` });
      const page = await register.page(id);
      if (page) lines.push(`    there: ${lineOf(held(page))}`);
    }
    return lines;

    async function saidIn({ content }: Submission): Promise<string[]> {
      if (content.slice !== "change") {
        const said = sent(content);
        return said ? [`    said: ${lineOf(said)}`] : [];
      }
      const { change, acceptedAt } = content;
      if (!isCorrection(change)) return [];
      if (change.item === "death")
        return [`    said: ${[change.name, change.number, `their ${change.relation}`, `died on ${change.diedOn}`].join(", ")}`];
      const page = await register.page(personId); // who decides has looked at them already
      if (!page) return [];
      const why = change.item === "name" ? [change.reason, change.text].filter(Boolean).join(": ") : undefined;
      const next = { identity: identityAfter(page.registration.identity, change, acceptedAt), ...(why && { more: why }) };
      return [`    now: ${lineOf(held(page))}`, `    said: ${lineOf(next)}`];
    }
  };

function sent(content: Submission["content"]): Side | undefined {
  if (content.slice === "newcomer") return { ...content, phones: content.phone ? [content.phone] : [] };
  if (content.slice !== "newborn") return undefined;
  return { ...content, more: `${content.as}; mother's number ${content.mother}` };
}

const held = ({ registration: { identity, verified, status }, facts }: RecordPage): Side => ({
  identity,
  phones: standingOf(facts, "phone").map(({ phone }) => phone),
  residence: leading(facts, "residence"),
  more: status === "closed" ? "closed" : `verified: ${verified}`,
});

const lineOf = ({ identity: { name, docType, number, sex, birth }, phones = [], residence, more }: Side): string =>
  [name, `${docType} ${number}`, sex, birth, phones.join(" "), residence && `${residence.division} ${residence.lines}`, more]
    .filter(Boolean)
    .join(", ");
