// What was typed of somebody who was found at a door: what it says, what is missing, what goes out of it.
import * as v from "valibot";
import { dateOf } from "../../../../shared/kernel/calendar.ts";
import { Phone } from "../../../../shared/kernel/fields.ts";
import { readDate } from "../../../../shared/kernel/plain-date.ts";
import { NewcomersDocument } from "../../../../shared/newcomer/contract.ts";
import { readNewWho } from "../../../../shared/newcomer/who.ts";
import { consentNeeded } from "../../../../shared/privacy/consent.ts";
import type { Complaint } from "../../../errors.ts";
import { nowHere } from "../../../visits/asked.ts";
import type { KeptSheet } from "../../../visits/sheet.ts";
import { inWords } from "./parts.ts";
import { said, words } from "./state.ts";

export type Typed = Record<string, string>;

export const today = () => dateOf(nowHere());

function who(typed: Typed) {
  const docType = v.safeParse(NewcomersDocument, typed["docType"]);
  const country = (typed["country"] ?? "").trim().toUpperCase();
  const asked = { number: typed["new.number"] ?? "", name: typed["new.name"] ?? "", ...(country && { country }) };
  return docType.success ? { asked: { docType: docType.output, ...asked } } : undefined;
}

export function read(typed: Typed) {
  const typedWho = who(typed);
  const about = typedWho && readNewWho(typedWho.asked, today());
  const said = readDate(typed["new.birth"] ?? "", { asOf: today() });
  const known = about?.ok ? about.value : undefined;
  const sex = known?.sex ?? typed["new.sex"];
  const birth = known?.birth ?? (said.ok ? said.value : undefined);
  return { asked: typedWho?.asked, about, sex, birth };
}

export function wrong(typed: Typed): Complaint[] {
  const { asked, about, sex, birth } = read(typed);
  const missing: Complaint[] = [];
  const need = (field: string, text: string | undefined) =>
    (typed[field] ?? "").trim() || missing.push({ field, text: text ?? "" });
  need("relation", words.relationFirst);
  need("docType", said["docType.missing"]);
  if (asked && about && !about.ok)
    for (const { code, path } of about.refusal) {
      const field = path[0] === "country" ? "country" : `new.${path[0]}`;
      const empty = !(typed[field] ?? "").trim();
      missing.push({ field, text: inWords(empty && path[0] !== "country" ? `${path[0]}.missing` : code) });
    }
  if (about?.ok && !sex) missing.push({ field: "new.sex", text: words.sexFirst });
  if (about?.ok && !birth) missing.push({ field: "new.birth", text: words.birthFirst });
  const phone = (typed["new.phone"] ?? "").replace(/[\s-]/g, "");
  if (phone && !v.is(Phone, phone)) missing.push({ field: "new.phone", text: words.phoneWrong });
  need("new.status", words["field.work"]);
  if (typed["new.status"] === "EMPLOYED") need("new.employer", words["field.employer"]);
  need("new.address", words["field.lines"]);
  need("new.hukou", words["field.choose"]);
  if (birth && consentNeeded(birth, today())) need("new.agreed", words.consentFirst);
  need("new.seen", words.seenFirst);
  return missing;
}

export function bodyOf({ sheet }: { sheet: KeptSheet }, typed: Typed) {
  const { asked, sex, birth } = read(typed);
  const address = { division: sheet.list.division, lines: (typed["new.address"] ?? "").normalize("NFC").trim() };
  const phone = (typed["new.phone"] ?? "").replace(/[\s-]/g, "");
  const employer = (typed["new.employer"] ?? "").normalize("NFC").trim();
  const consent = typed["new.agreed"];
  return {
    author: sheet.author,
    filledAt: nowHere(),
    form: {
      ...asked,
      ...(sex && { sex }),
      ...(birth && { birth }),
      relation: typed["relation"],
      ...(phone && { phone }),
      residence: address,
      ...(typed["new.hukou"] === "yes" && { hukou: address }),
      status: typed["new.status"],
      ...(typed["new.status"] === "EMPLOYED" && { employer: { name: employer } }),
      ...(birth && consentNeeded(birth, today()) && consent && { consent: { version: consent, relation: "guardian" } }),
    },
  };
}

/** As in every list (handbook 12): the first sign and the last, stars between. */
export function maskedName(typed: string): string {
  const signs = Array.from(typed.trim());
  const [first = "", last = ""] = [signs[0], signs.length > 2 ? signs[signs.length - 1] : ""];
  return first + "*".repeat(Math.max(1, signs.length - (last ? 2 : 1))) + last;
}
