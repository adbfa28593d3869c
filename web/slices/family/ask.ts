// To act for somebody: who they are and what for; then the code, which they alone were sent.
import { askDelegationCode, beginDelegation } from "../../../shared/delegation/contract.ts";
import { attemptFor } from "../../attempt.ts";
import { type Answer, call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { showErrors } from "../../errors.ts";
import { onSubmit, typedIn } from "../../form.ts";
import type { familyAskSays } from "../../messages/family.ts";
import type { FormWords } from "../../messages/kit.ts";
import type { signInSays } from "../../messages/sign-in.ts";
import { clearNotice, showNotice, showUnsent, whenToTry } from "../../notice.ts";
import { here } from "../../paths.ts";
import { showProblem } from "../../problem.ts";
import { signedIn } from "../../signed-in.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { showLimited } from "../limited.ts";

type Says = keyof typeof familyAskSays.zh | keyof typeof signInSays.zh.who;
const words = wordsOnPage<FormWords & Record<Says | "limitedTitle" | "limitedText" | "limitedLink", string>>();
const form = byId("form") as HTMLFormElement;
const codeForm = byId("code-form") as HTMLFormElement;
const attempt = attemptFor("family.ask");
const DAY_SECONDS = 3 * 3600; // from here on the wait is a day's, and minutes say nothing

signedIn(words);

function wish() {
  const { number = "", name = "", months } = typedIn(form);
  const scopes = (["changes", "enrolment", "transfer"] as const).filter((scope) =>
    form.querySelector(`[name=scopes][value=${scope}]:checked`),
  );
  const lasts = ([1, 3, 6, 12] as const).find((one) => String(one) === months) ?? 6;
  return { number: number.replace(/\s+/g, " ").trim(), name: name.trim(), scopes: ["look" as const, ...scopes], months: lasts };
}

onSubmit(form, words, async () => {
  const asked = wish();
  // What a number can be, the answer says: to know it here would weigh as much as the page.
  const complaints = (["number", "name"] as const).flatMap((field) =>
    asked[field] ? [] : [{ field, text: words[`${field}.missing`] }],
  );
  clearNotice();
  showErrors(form, complaints, words);
  if (complaints.length > 0) return;
  const answer = await call(askDelegationCode, { body: asked });
  if (answer.is !== "value") return explain(form, answer);
  form.hidden = true;
  codeForm.hidden = false;
  showNotice(words.sentTitle, [words.sentText]);
  byId("code").focus();
});

onSubmit(codeForm, words, async () => {
  const code = (typedIn(codeForm)["code"] ?? "").normalize("NFKC").replace(/\s/g, "");
  const wrong = code ? fill(words["code.digits"], { now: code.length }) : words["code.missing"];
  const complaints = /^\d{6}$/.test(code) ? [] : [{ field: "code", text: wrong }];
  showErrors(codeForm, complaints, words);
  if (complaints.length > 0) return;
  const answer = await call(beginDelegation, { body: { ...wish(), code }, attemptKey: attempt.key() });
  if (answer.is !== "value") return explain(codeForm, answer);
  attempt.end();
  const { name, delegation } = answer.value.delegation;
  for (const left of [form, codeForm, byId("lead")]) left.remove();
  const links = element(
    "div",
    { class: "acts" },
    element("a", { class: "btn", href: `${here("/check")}?for=${delegation}` }, words.toCheck),
    element("a", { href: here("/family") }, words.toFamily),
  );
  showNotice(words.begunTitle, [fill(words.begunText, { name }), links]);
});

byId("again").onclick = () => {
  codeForm.hidden = true;
  form.hidden = false;
  clearNotice();
};

function explain(shown: HTMLFormElement, answer: Exclude<Answer<unknown>, { is: "value" }>) {
  if (answer.is === "outage") return showUnsent(answer.outage, words);
  if (answer.type === "not-this-session") return showLimited(words);
  const { retryAfterSeconds } = answer.problem;
  if (!retryAfterSeconds) return showProblem(shown, answer, words);
  if (retryAfterSeconds > DAY_SECONDS) return showNotice(words.waitDay, [], "warn");
  showNotice(
    fill(words.waitTitle, { minutes: Math.ceil(retryAfterSeconds / 60) }),
    [whenToTry(retryAfterSeconds, words)],
    "warn",
  );
}
