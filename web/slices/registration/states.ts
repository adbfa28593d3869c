// How it stands with each page: as registered, changed, or still to be filled in.
import * as v from "valibot";
import { PlainDate } from "../../../shared/kernel/calendar.ts";
import { consentNeeded } from "../../../shared/privacy/consent.ts";
import type { Typed } from "../../drafts.ts";
import type { Form } from "./answer.ts";
import { type Insurance, isSeen, missing, standing, type Task, typedOf } from "./said.ts";

export type State = "kept" | "changed" | "todo" | "said";
export type Doing = { task: Task; insurance?: Insurance; state: State };

/** Names of the fields of a page that say something of their own. */
const fields = {
  hukou: /^hukou\.moved$/,
  home: /^home\.moved$/,
  phones: /^(?:card|landline)$/,
  work: /^(?:work|employer\.name)$/,
  insurances: /^(?:pension\.[A-Z_]+|medical\.[A-Z_]+|unemployment|injury|maternity)$/,
  elsewhere: /^(?:elsewhere|twice)\./,
} as const;

/** `forChild`: a parent fills it in, and may have to agree. In the order of the form. */
export function statesOf(form: Form, kept: Typed, today: PlainDate, forChild: boolean): Doing[] {
  const registered = typedOf(form);
  const now = (task: Task) => standing(form, kept, task);
  const said = (typed: Typed, names: RegExp) =>
    Object.entries(typed)
      .filter(([name, value]) => value && names.test(name) && (name !== "employer.name" || typed["work"] === "EMPLOYED"))
      .map(([name, value]) => `${name} ${/^(?:elsewhere|twice)/.test(name) ? value.slice(0, 6) : value}`)
      .sort()
      .join();
  const changed = (task: keyof typeof fields): State =>
    said(now(task), fields[task]) === said(registered, fields[task]) ? "kept" : "changed";
  const unless = (known: boolean, state: State): State => (known ? state : "todo");
  const why = (insurance: Insurance): State => {
    if (isSeen(kept, `reasons.${insurance}`)) return "changed";
    const before = form.insurances.find((each) => each.insurance === insurance)?.reason;
    return before && !before.expired ? "said" : "todo";
  };
  const birth = v.safeParse(PlainDate, form.person.birth);
  const mustAgree = forChild && birth.success && consentNeeded(birth.output, today);
  const signs = isSeen(kept, "sign") && kept["sign.by"] && kept["sign.by"] !== "self" ? "changed" : "kept";
  return [
    { task: "hukou", state: unless(isSeen(kept, "hukou") || form.hukou !== undefined, changed("hukou")) },
    { task: "home", state: unless(isSeen(kept, "home") || form.residence !== undefined, changed("home")) },
    { task: "phones", state: unless(Boolean(now("phones")["card"]), changed("phones")) },
    { task: "work", state: unless(Boolean(now("work")["work"]), changed("work")) },
    { task: "insurances", state: changed("insurances") },
    ...missing(form, kept).map((insurance): Doing => ({ task: "reasons", insurance, state: why(insurance) })),
    { task: "elsewhere", state: changed("elsewhere") },
    { task: "sign", state: unless(!mustAgree || Boolean(kept["consent"]), signs) },
  ];
}
