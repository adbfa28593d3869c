// What was said on the pages of the form, as it is to be sent.
import * as v from "valibot";
import { PlainDate } from "../../../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../../../shared/kernel/fields.ts";
import type { Typed } from "../../../drafts.ts";
import { employerIn } from "../../change/employer.ts";

export function saidIn(kept: Typed) {
  const [birth, version] = [v.safeParse(PlainDate, kept["kept-birth"]), v.safeParse(PlainDate, kept["consent"])];
  const sex = v.safeParse(v.picklist(["M", "F"]), kept["sex"]);
  const landline = (kept["landline"] ?? "").trim();
  const employer = employerIn(kept);
  return {
    ...(sex.success && { sex: sex.output }),
    ...(birth.success && { birth: birth.output }),
    status: kept["status"] ?? "",
    ...(kept["status"] === "EMPLOYED" && employer.name && { employer }),
    ...(landline && { landline }),
    ...(version.success && { consent: { version: version.output, relation: "guardian" as const } }),
  };
}

/** The address as it was chosen; undefined while it is not whole. */
export function addressIn(kept: Typed): { division: DivisionCode; lines: string; text: string } | undefined {
  const division = v.safeParse(DivisionCode, kept["kept-division"]);
  const door = (kept["address.lines"] ?? "").trim();
  const lines = (kept["kept-street"] ?? "") + door;
  return division.success && door ? { division: division.output, lines, text: (kept["kept-place"] ?? "") + lines } : undefined;
}
