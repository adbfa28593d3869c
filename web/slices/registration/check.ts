// The whole form, in the order of the official one: looked at, declared, signed, sent.

import { dateOf, instantAt } from "../../../shared/kernel/calendar.ts";
import { type Answer, call } from "../../call.ts";
import { byId } from "../../dom.ts";
import type { Typed } from "../../drafts.ts";
import type { checkPageSays } from "../../messages/registration-says.ts";
import { showUnread } from "../../notice.ts";
import { here } from "../../paths.ts";
import { wordsOnPage } from "../../words.ts";
import { theForm, typed } from "../change/form.ts";
import { type Journey, type SendWords, travelAs } from "../change/journey.ts";
import { Shown } from "./answer.ts";
import { byParent, child, pageOf, type RegistrationWords, registrationOf } from "./form.ts";

const words = wordsOnPage<SendWords & RegistrationWords & Record<keyof typeof checkPageSays.zh, string>>();

type Later = typeof import("./check-zh.ts");
type Signing = Journey & { form: Shown; kept: Typed; draft: string };

/** How the form is told and sent, and why it may be refused: a file of its own. */
const loading: Promise<Later | undefined> = import(theForm().dataset["then"]!).catch(() => undefined);
let later: Later;

const registration = registrationOf(Shown, words);
const nameless: Answer<never> = {
  is: "problem",
  type: "refused",
  problem: { type: "refused", findings: [{ code: "name.missing", path: ["signature", "name"] }] },
};

/** What has no page of its own here. A child's name is put right at the desk. */
function hrefOf(task: string, insurance = ""): string {
  if (task === "person") return here(child ? "/contact" : "/change");
  return task === "mobile" && !child ? here("/change/phone") : pageOf(`/${task === "mobile" ? "phones" : task}`, insurance);
}

void travelAs<Shown, Signing>(
  {
    ...registration,
    async read() {
      const [form, loaded] = await Promise.all([registration.read(words), loading]);
      if (loaded) {
        later = loaded;
        Object.assign(words, loaded.findings);
        return form;
      }
      theForm().hidden = true;
      showUnread({ because: navigator.onLine ? "lost" : "offline" }, words);
      return new Promise(() => {}); // another look loads it anew
    },
    async send({ form, kept, draft }, attemptKey) {
      const name = typed("signature.name").trim();
      if (!byId("signature").hidden && !name) return nameless;
      const answer = await later.send({ form, kept: { ...kept, "sign.name": name }, child, draft }, attemptKey, call);
      const paths = answer.is === "problem" ? answer.problem.findings.map(({ path }) => path) : [];
      setTimeout(() => later.leadToPages(paths, pageOf)); // once they are shown
      return answer;
    },
  },
  words,
  (form, kept, draft) => {
    const states = later.statesOf(form, kept, dateOf(instantAt(Date.now())), byParent);
    if (states.some(({ state }) => state === "todo")) location.replace(pageOf("")); // not all of it is said
    const by = byParent ? "guardian" : child ? "proxy" : (kept["sign.by"] ?? "self");
    byId("signature").hidden = by === "self";
    const asked = { guardian: words[byParent ? "nameChild" : "nameGuardian"], proxy: words.nameProxy }[by];
    if (asked) document.querySelector("[for='signature.name']")!.textContent = asked;
    const rows = () =>
      later.tell(form, kept, words.saidBefore, byParent).map(({ task, label, text, insurance }) => ({
        label,
        was: false as const,
        becomes: text,
        href: hrefOf(task, insurance),
      }));
    return { form, kept, draft, steps: [], rows };
  },
);
