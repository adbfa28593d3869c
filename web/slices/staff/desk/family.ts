// What the desk has seen of two people who came: handed in for a colleague to decide.
import { fileDelegation } from "../../../../shared/delegation/staff-contract.ts";
import { attemptFor } from "../../../attempt.ts";
import { byId } from "../../../dom.ts";
import { showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import type { FormWords } from "../../../messages/kit.ts";
import type { staffFamilySays } from "../../../messages/staff-family.ts";
import type { StaffWords } from "../../../messages/staff-frame.ts";
import { clearNotice, showNotice, showUnsent, whenToTry } from "../../../notice.ts";
import { showProblem } from "../../../problem.ts";
import { callStaff } from "../../../staff/call.ts";
import { enterStaff } from "../../../staff/session.ts";
import { fill, wordsOnPage } from "../../../words.ts";

const words = wordsOnPage<StaffWords & FormWords & Record<keyof typeof staffFamilySays.zh, string>>();
const form = byId("form") as HTMLFormElement;
const attempt = attemptFor("desk.family");

void enterStaff(words, ["handler"]).then((staff) => staff && onSubmit(form, words, send));
form.addEventListener("input", () => attempt.end()); // another body is another attempt

async function send(): Promise<void> {
  const typed = typedIn(form);
  const who = (side: string) => ({
    number: (typed[`${side}.number`] ?? "").trim(),
    name: (typed[`${side}.name`] ?? "").trim(),
  });
  const [giver, delegate] = [who("giver"), who("delegate")];
  const complaints = Object.entries({ giver, delegate }).flatMap(([side, { number, name }]) =>
    number && name ? [] : [{ field: `${side}.${number ? "name" : "number"}`, text: words.missing }],
  );
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
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  if (answer.is === "problem") {
    const { retryAfterSeconds } = answer.problem;
    if (retryAfterSeconds) showNotice(whenToTry(retryAfterSeconds, words), [], "warn");
    else showProblem(form, answer, words);
    return;
  }
  attempt.end();
  form.reset();
  showNotice(words.sent, [fill(words.sentText, { receipt: answer.value.receipt })]);
  scrollTo(0, 0);
}
