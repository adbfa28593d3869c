// What is said and what is held, side by side: where somebody may be somebody who is there already, where the register has somebody
// wrong, or somebody died. For the staff's page and for the operator's command alike.
import { identityAfter } from "../change/correction-effect.ts";
import { isCorrection, type NameReason, type Relative } from "../change/corrections.ts";
import { leading, standingOf } from "../facts.ts";
import type { PlainDate } from "../kernel/calendar.ts";
import type { Phone } from "../kernel/fields.ts";
import type { Address, DocType, Identity, RecordPage, Registration } from "../registration.ts";
import type { Submission } from "../submission.ts";
import type { Task } from "./task.ts";

/** `now`: of who asks, as it is. `said`: as it was sent. `there`: somebody to compare with. */
export type Side = {
  is: "now" | "said" | "there";
  name: string;
  docType?: DocType;
  number: string;
  sex?: Identity["sex"];
  birth?: PlainDate | undefined;
  phones?: Phone[];
  residence?: Pick<Address, "division" | "lines"> | undefined;
  verified?: Registration["verified"] | "closed";
  /** Why a name is another one, in a code and in words. */
  reason?: NameReason;
  text?: string;
  relation?: Relative;
  diedOn?: PlainDate;
  /** Of a newborn: whose parent sends it, and the number of the mother. */
  as?: "mother" | "father";
  mother?: string;
};

type Said = Pick<Submission, "content"> | undefined;

/** `own`: the record of who asks, where there is one. `others`: of those to compare with. */
export function sidesOf(
  task: Pick<Task, "said">,
  submission: Said,
  own: RecordPage | undefined,
  others: readonly RecordPage[],
): Side[] {
  const said = submission ? saidIn(submission.content, own) : saidByFile(task, own);
  return said.length === 0 ? [] : [...said, ...others.map((page) => held(page, "there"))];
}

/** Whether the others have to be opened for it. */
export const isCompared = ({ content }: NonNullable<Said>): boolean =>
  content.slice === "newcomer" || content.slice === "newborn" || (content.slice === "change" && isCorrection(content.change));

function saidIn(content: Submission["content"], own: RecordPage | undefined): Side[] {
  if (content.slice === "newcomer")
    return [{ is: "said", ...of(content.identity), phones: content.phone ? [content.phone] : [], residence: content.residence }];
  if (content.slice === "newborn")
    return [{ is: "said", ...of(content.identity), residence: content.residence, as: content.as, mother: content.mother }];
  if (content.slice !== "change" || !isCorrection(content.change)) return [];
  const { change, acceptedAt } = content;
  if (change.item === "death") {
    const { name, number, relation, diedOn } = change;
    return [{ is: "said", name, number, relation, diedOn }];
  }
  if (!own) return [];
  const why = change.item === "name" ? { reason: change.reason, ...(change.text && { text: change.text }) } : {};
  return [held(own, "now"), { is: "said", ...of(identityAfter(own.registration.identity, change, acceptedAt)), ...why }];
}

/** Who has the number already, and whom the file says it is. */
function saidByFile({ said }: Pick<Task, "said">, own: RecordPage | undefined): Side[] {
  if (!said || !own) return [];
  const { sex, ...more } = said;
  return [held(own, "now"), { is: "said", ...more, ...((sex === "M" || sex === "F") && { sex }) }];
}

const of = ({ name, docType, number, sex, birth }: Pick<Identity, "name" | "docType" | "number" | "sex" | "birth">) => ({
  name,
  docType,
  number,
  sex,
  birth,
});

const held = ({ registration: { identity, verified, status }, facts }: RecordPage, is: "now" | "there"): Side => ({
  is,
  ...of(identity),
  phones: standingOf(facts, "phone").map(({ phone }) => phone),
  residence: leading(facts, "residence"),
  verified: status === "closed" ? "closed" : verified,
});
