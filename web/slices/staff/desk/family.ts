// What the desk has seen of two people who came: handed in for a colleague to decide.
import type { DelegationView } from "../../../../shared/delegation/shown.ts";
import {
  endDelegationAtDesk,
  endGuardianship,
  fileDelegation,
  seekDelegations,
} from "../../../../shared/delegation/staff-contract.ts";
import { attemptFor } from "../../../attempt.ts";
import type { Answer } from "../../../call.ts";
import { byId, element } from "../../../dom.ts";
import { showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import { dateIn } from "../../../lang.ts";
import type { FormWords } from "../../../messages/kit.ts";
import type { staffFamilySays } from "../../../messages/staff-family.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import { clearNotice, showNotice, showUnsent, whenToTry } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { showProblem } from "../../../problem.ts";
import { callStaff } from "../../../staff/call.ts";
import { enterStaff } from "../../../staff/session.ts";
import { fill, wordsOnPage } from "../../../words.ts";

const words = wordsOnPage<StaffWords & FormWords & Record<keyof typeof staffFamilySays.zh, string>>();
const form = byId("form") as HTMLFormElement;
const attempt = attemptFor("desk.family");

const seek = byId("seek") as HTMLFormElement;
const court = byId("court-form") as HTMLFormElement;
const courtAttempt = attemptFor("desk.guardianship-end");
const names: Record<string, string> = words;

void enterStaff(words, ["handler"]).then((staff) => {
  if (!staff) return;
  onSubmit(form, words, send);
  onSubmit(seek, words, find);
  onSubmit(court, words, sendCourt);
});
// Another body is another attempt.
form.addEventListener("input", () => attempt.end());
court.addEventListener("input", () => courtAttempt.end());

const whoIn = (typed: Record<string, string>, side: string) => ({
  number: (typed[`${side}.number`] ?? "").trim(),
  name: (typed[`${side}.name`] ?? "").trim(),
});
const complaintOf = (side: string, { number, name }: { number: string; name: string }) =>
  number && name ? [] : [{ field: `${side}.${number ? "name" : "number"}`, text: missingOf(side) }];

/** Two are asked for in one form: whose it is that is missing. */
function missingOf(side: string): string {
  const whose = byId(`${side}.number`).closest("fieldset")?.querySelector("legend")?.textContent;
  return whose ? fill(words.missingOf, { whose }) : words.missing;
}

async function send(): Promise<void> {
  const typed = typedIn(form);
  const [giver, delegate] = [whoIn(typed, "giver"), whoIn(typed, "delegate")];
  const complaints = Object.entries({ giver, delegate }).flatMap(([side, who]) => complaintOf(side, who));
  clearNotice();
  showErrors(form, complaints, words);
  if (complaints.length > 0) return;
  const chosen = (["changes", "enrolment", "transfer"] as const).filter((scope) =>
    form.querySelector(`[name=scopes][value=${scope}]:checked`),
  );
  const body = {
    ...{ giver, delegate },
    scopes: ["look" as const, ...chosen],
    months: ([1, 3, 6, 12] as const).find((one) => String(one) === typed["months"]) ?? 12,
    as: typed["as"] === "guardian" ? ("guardian" as const) : ("adult" as const),
    papers: (["mandate", "guardianship"] as const).find((one) => one === typed["papers"]) ?? ("both-present" as const),
  };
  const answer = await callStaff(fileDelegation, { body, attemptKey: attempt.key() });
  if (answer.is !== "value") return explain(form, answer);
  attempt.end();
  handedIn(form, answer.value.receipt);
}

function handedIn(shown: HTMLFormElement, receipt: string) {
  shown.reset();
  showNotice(words.sent, [fill(words.sentText, { receipt })]);
  scrollTo(0, 0);
}

async function sendCourt(): Promise<void> {
  const typed = typedIn(court);
  const [ward, guardian, paper] = [whoIn(typed, "ward"), whoIn(typed, "guardian"), (typed["paper"] ?? "").trim()];
  const complaints = Object.entries({ ward, guardian }).flatMap(([side, who]) => complaintOf(side, who));
  if (!paper) complaints.push({ field: "paper", text: words.paperMissing });
  clearNotice();
  showErrors(court, complaints, words);
  if (complaints.length > 0) return;
  const answer = await callStaff(endGuardianship, { body: { ward, guardian, paper }, attemptKey: courtAttempt.key() });
  if (answer.is !== "value") return explain(court, answer);
  courtAttempt.end();
  handedIn(court, answer.value.receipt);
}

/** Of who is here: what they gave, and what they were given, each with a button that asks once more. */
async function find(): Promise<void> {
  const typed = typedIn(seek);
  const who = whoIn(typed, "who");
  const missing = complaintOf("who", who);
  clearNotice();
  showErrors(seek, missing, words);
  if (missing.length > 0) return;
  const answer = await callStaff(seekDelegations, { body: who });
  if (answer.is !== "value") return explain(seek, answer);
  const { name, actsFor, actsForMe } = answer.value;
  const rows = [
    ...actsForMe.map((one) => rowOf(one, words.actsForThem, who, one.as === "guardian")),
    ...actsFor.map((one) => rowOf(one, words.theyAct, who, false)),
  ];
  byId("found").replaceChildren(
    element("h3", {}, fill(words.foundFor, { name })),
    rows.length > 0 ? element("ul", {}, ...rows) : element("p", {}, words.nothing),
  );
}

function rowOf(one: DelegationView, says: string, who: { number: string; name: string }, isWard: boolean): HTMLElement {
  const scopes = one.scopes.map((scope) => names[`scope.${scope}`] ?? scope).join(langOfPage() === "zh" ? "、" : "; ");
  const told = fill(says, { name: one.name, date: dateIn(langOfPage(), one.ends), scopes });
  const text = told + (one.as === "guardian" ? words.guardian : "");
  const row = element("li", {}, text, " ");
  if (isWard) return row; // who objects does it on their own page
  const button = element("button", { class: "btn alt", type: "button" }, words.end);
  let sure = false;
  button.onclick = async () => {
    if (!sure) {
      sure = true;
      button.textContent = words.endSure;
      return;
    }
    button.disabled = true;
    const answer = await callStaff(endDelegationAtDesk, { body: { who, delegation: one.delegation } });
    button.disabled = false;
    if (answer.is !== "value") return explain(seek, answer);
    button.replaceWith(element("strong", {}, words.ended));
    showNotice(words.ended, [words.endedText]);
  };
  row.append(button);
  return row;
}

function explain(shown: HTMLFormElement, answer: Exclude<Answer<unknown>, { is: "value" }>) {
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  const { retryAfterSeconds } = answer.problem;
  if (retryAfterSeconds) showNotice(whenToTry(retryAfterSeconds, words), [], "warn");
  else showProblem(shown, answer, words);
}
