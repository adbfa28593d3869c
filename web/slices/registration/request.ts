// What is sent: only what differs from the register; all else stays as it is.
import type { InferInput } from "valibot";
import type { submitRegistration } from "../../../shared/registration/contract.ts";
import { GuardianRelation, WithoutEmployer } from "../../../shared/registration/form.ts";
import type { Typed } from "../../drafts.ts";
import { employerIn } from "../change/employer.ts";
import { saidIn } from "../declaration/said.ts";
import type { Form } from "./answer.ts";
import * as said from "./said.ts";

export type Body = InferInput<typeof submitRegistration.body>;
type Parts = Omit<Body, "form" | "for" | "notes" | "declared" | "signature" | "consent" | "evidence">;

const KEPT = "kept";
const clean = (text = "") => text.normalize("NFC").replace(/\s+/g, " ").trim();

const perInsurance = <Value>(value: (insurance: said.Insurance) => Value | undefined): Partial<Record<said.Insurance, Value>> =>
  Object.fromEntries(
    said.insurances.flatMap((insurance) => {
      const found = value(insurance);
      return found === undefined ? [] : [[insurance, found]];
    }),
  );

export function partsOf(form: Form, kept: Typed): Parts {
  const registered = said.typedOf(form);
  const now = (task: said.Task) => said.standing(form, kept, task);
  const [hukou, home, phones, work] = [now("hukou"), now("home"), now("phones"), now("work")];
  const [covered, away] = [now("insurances"), now("elsewhere")];
  /** The same as registered by everything that `told` says of it. */
  const orKept = <Value>(typed: Typed, told: (typed: Typed) => Value): Value | typeof KEPT =>
    JSON.stringify(told(typed)) === JSON.stringify(told(registered)) ? KEPT : told(typed);
  const box = (insurance: said.Insurance) => orKept(covered, (typed) => typed[insurance] === "yes");

  return {
    card: orKept(phones, (typed) => typed["card"] === "yes"),
    hukou:
      hukou["hukou.moved"] === "no" ? KEPT : { division: said.codeIn(hukou["hukou.county"]), lines: clean(hukou["hukou.lines"]) },
    residence: home["home.moved"] === "no" ? KEPT : doorIn(home),
    landline:
      phones["landline"] === "new"
        ? clean(phones["landline.number"])
        : orKept(phones, ({ landline }) => (landline === "kept" ? KEPT : "none")),
    mobile: KEPT, // another number is proved by a code, under /change/phone
    work:
      orKept(work, ({ work: chosen, "employer.name": name }) => [chosen, chosen === "EMPLOYED" && name]) === KEPT
        ? KEPT
        : workIn(work),
    pension: orKept(covered, said.pensionsIn),
    medical: orKept(covered, said.medicalsIn),
    unemployment: box("unemployment"),
    injury: box("injury"),
    maternity: box("maternity"),
    reasons: reasonsIn(form, kept),
    elsewhere: orKept(away, (typed) => perInsurance((insurance) => said.codeIn(typed[`elsewhere.${insurance}`]) || undefined)),
    duplicates: orKept(away, (typed) => perInsurance((insurance) => said.twiceIn(typed, insurance)?.map(said.codeIn))),
  };
}

function doorIn(typed: Typed): Exclude<Parts["residence"], "kept"> {
  const village = clean(typed["village"]);
  return {
    division: typed["kept-division"] ?? "",
    township: clean(typed["kept-street"]),
    ...(village && { village }),
    road: clean(typed["address.lines"]),
  };
}

function workIn(typed: Typed): Exclude<Parts["work"], "kept"> {
  if (typed["work"] === "EMPLOYED") return { employer: employerIn(typed) };
  const without = WithoutEmployer.options.find((option) => option === typed["work"]);
  return without ? { without } : {};
}

/** Part three: of what is missing, said anew or kept. */
const reasonsIn = (form: Form, kept: Typed): Parts["reasons"] =>
  perInsurance((insurance) => {
    if (!said.missing(form, kept).includes(insurance)) return undefined;
    return said.isSeen(kept, `reasons.${insurance}`) ? saidIn(said.reasonTyped(kept, insurance)) : KEPT;
  });

/** Who signs. `forChild`: as what the register knows who acts for it. */
export function signatureIn(typed: Typed, forChild: false | "parent" | "guardian"): Body["signature"] {
  const name = clean(typed["sign.name"]);
  if (forChild) return { by: "guardian", name, relation: forChild === "parent" ? forChild : "other" };
  const relation = GuardianRelation.options.find((option) => option === typed["sign.relation"]);
  if (typed["sign.by"] === "guardian") return { by: "guardian", name, relation: relation ?? "other" };
  return typed["sign.by"] === "proxy" ? { by: "proxy", name } : { by: "self" }; // the register knows the name
}
