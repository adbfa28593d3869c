// The sides of a matter (shared/desk/sides.ts) as lines. Whoever is shown here finds the look in their access log.
import type { Casework } from "../../functions/casework/casework.ts";
import type { Looks } from "../../functions/looks/looks.ts";
import type { Register } from "../../functions/register/register.ts";
import { isCompared, type Side, sidesOf } from "../../shared/desk/sides.ts";
import type { Task } from "../../shared/desk/task.ts";
import type { RecordPage } from "../../shared/registration.ts";

type Options = { register: Pick<Register, "page">; casework: Pick<Casework, "submission">; looks: Looks };

export const sidesIn =
  ({ register, casework, looks }: Options) =>
  async (task: Task, by: string): Promise<string[]> => {
    const { personId, receipt, others = [], about } = task;
    const submission = await casework.submission({ personId, receipt });
    if (submission ? !isCompared(submission) : !task.said) return [];
    const own = await register.page(personId); // who decides has looked at them already
    const there: RecordPage[] = [];
    for (const id of [...others, ...(about ? [about] : [])]) {
      await looks.note(id, { kind: "staff", lookId: crypto.randomUUID(), by, reason: `desk ${receipt}` });
      const page = await register.page(id);
      if (page) there.push(page);
    }
    return sidesOf(task, submission, own, there).map((side) => `    ${side.is}: ${lineOf(side)}`);
  };

function lineOf({ name, docType, number, sex, birth, phones = [], residence, ...more }: Side): string {
  const { verified, reason, text, relation, diedOn, as, mother } = more;
  const said = [
    [reason, text].filter(Boolean).join(": "),
    verified && (verified === "closed" ? "closed" : `verified: ${verified}`),
    as && `${as}; mother's number ${mother}`,
    relation && `their ${relation}`,
    diedOn && `died on ${diedOn}`,
  ];
  const who = [name, docType ? `${docType} ${number}` : number, sex, birth, phones.join(" ")];
  return [...who, residence && `${residence.division} ${residence.lines}`, ...said].filter(Boolean).join(", ");
}
