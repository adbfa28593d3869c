// What is wrong with the form at the door as it stands, and what goes out of it.
import { dateOf, type PlainDate } from "../../../../shared/kernel/calendar.ts";
import { FORM_VERSION } from "../../../../shared/registration/form.ts";
import type { Complaint } from "../../../errors.ts";
import type { typedIn } from "../../../form.ts";
import { langOfPage } from "../../../paths.ts";
import { hasDeclined, needsPaper, nowHere, wrongFields } from "../../../visits/asked.ts";
import { consentIn, foundIn, saidIn } from "../../../visits/filled.ts";
import type { Item } from "../../../visits/item.ts";
import type { PersonForm } from "../../../visits/sheet.ts";
import { fieldOf, inWords } from "./parts.ts";
import { said, words } from "./state.ts";

export type Open = { item: Item; person: PersonForm; author: string };

export const today = (): PlainDate => dateOf(nowHere());

/** Of which insurance a reason is missing is said too: there may be five. */
const textOf = (code: string, [first, insurance]: readonly string[]): string =>
  first === "reasons" ? `${said[`ins.${insurance}`] ?? ""}${langOfPage() === "zh" ? "：" : ": "}${inWords(code)}` : inWords(code);

export function complaints(person: PersonForm, typed: ReturnType<typeof typedIn>): Complaint[] {
  const wrong = wrongFields(person, typed, today(), words);
  const skipped = ["signature", "notes", "declared", "consent", "evidence"];
  const rules = foundIn(person, typed, nowHere(), today()).filter(
    ({ path: [first = ""] }) => !hasDeclined(typed) || !skipped.includes(first),
  );
  const more = rules.map(({ code, path }) => ({ field: fieldOf(path), text: textOf(code, path) }));
  const taken = new Set(wrong.map(({ field }) => field));
  return [...wrong, ...more.filter(({ field }) => !taken.has(field))];
}

export function bodyOf({ item, person, author }: Open, typed: ReturnType<typeof typedIn>) {
  const { signature, notes, declared, ...parts } = saidIn(person, typed, today());
  const seen =
    typed["papers"] === "yes" && needsPaper(typed) ? [typed["sign.by"] === "proxy" ? "proxy-authorisation" : "guardianship"] : [];
  const consent = consentIn(typed);
  const signed = hasDeclined(typed)
    ? { notes: true, declared: false, signature: { by: "self" } }
    : { notes, declared, signature, ...(consent && { consent }) };
  return {
    author,
    member: item.member,
    filledAt: nowHere(),
    ...(hasDeclined(typed) && { declined: true }),
    seen,
    form: { form: FORM_VERSION, ...parts, ...signed },
  };
}
