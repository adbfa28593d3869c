// The form by which a role is given.
import * as v from "valibot";
import { PlainDate } from "../../../../shared/kernel/calendar.ts";
import { DivisionCode } from "../../../../shared/kernel/fields.ts";
import { appoint, type GrantShown } from "../../../../shared/security/contract.ts";
import { StaffId, StaffRole } from "../../../../shared/staff/staff.ts";
import { byId } from "../../../dom.ts";
import { type Complaint, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { dateIn } from "../../../lang.ts";
import { showNotice, showUnsent } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { showProblem } from "../../../problem.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { words } from "./words.ts";

const regionsIn = (typed: string) => typed.split(/[\s,，、;；]+/).filter(Boolean);

/** `own`: the places of the one who gives, as a beginning. `changed`: when a role was given. */
export function giveRoles(own: string, changed: () => Promise<void>): { fillIn(grant: GrantShown): void } {
  const form = byId("give") as HTMLFormElement;
  const put = (name: string, value: string) => {
    (byId(name) as HTMLInputElement).value = value;
  };
  put("regions", own);

  onSubmit(form, words, async () => {
    const typed = typedIn(form);
    const complaints = complaintsAbout(typed);
    showErrors(form, complaints, words);
    if (complaints.length > 0) return;

    const { staffId = "", workNumber = "", name = "", agency = "", role, regions = "", until = "" } = typed;
    const body = {
      staffId: staffId.trim(),
      workNumber,
      name,
      agency,
      role: v.parse(StaffRole, role),
      regions: regionsIn(regions),
      until,
    };
    const answer = await callStaff(appoint, { body });
    if (answer.is === "outage") return showUnsent(answer.outage, words);
    if (answer.is === "problem") return showProblem(form, answer, words);
    form.reset();
    put("regions", own);
    const given = answer.value;
    const said = {
      name: given.name,
      number: given.workNumber,
      role: words[`role.${given.role}`],
      regions: given.regions.map((region) => region.name).join("、"),
      until: dateIn(langOfPage(), given.until),
    };
    showNotice(words.given, [fill(words.givenText, said)]);
    scrollTo(0, 0);
    await changed();
  });

  return {
    fillIn({ staffId, workNumber, name, agency, role, regions }) {
      const known = { staffId, workNumber, name, agency, role, regions: regions.map(({ code }) => code).join(" ") };
      for (const [field, value] of Object.entries(known)) put(field, value);
      byId("until").focus();
    },
  };
}

function complaintsAbout(typed: Record<string, string>): Complaint[] {
  const filled = (name: string) => (typed[name] ?? "").trim() !== "";
  const regions = regionsIn(typed["regions"] ?? "");
  const checks: [field: string, isRight: boolean, text: string][] = [
    ["staffId", v.is(StaffId, (typed["staffId"] ?? "").trim()), words["code.malformed"]],
    ["workNumber", filled("workNumber"), words["number.missing"]],
    ["name", filled("name"), words["name.missing"]],
    ["agency", filled("agency"), words["agency.missing"]],
    ["regions", regions.length > 0 && regions.every((code) => v.is(DivisionCode, code)), words["regions.malformed"]],
    ["until", v.is(PlainDate, typed["until"]), words["until.malformed"]],
  ];
  return checks.flatMap(([field, isRight, text]) => (isRight ? [] : [{ field, text }]));
}
