// The door for staff: one way in, and why somebody was not let in.
import * as v from "valibot";
import { Refused } from "../../../shared/staff-session/contract.ts";
import { byId, element } from "../../dom.ts";
import type { StaffWords } from "../../messages/staff-frame.ts";
import type { staffSignInSays } from "../../messages/staff-sign-in.ts";
import { showNotice } from "../../notice.ts";
import { issuerPath } from "../../staff/paths.ts";
import { wordsOnPage } from "../../words.ts";

const words = wordsOnPage<StaffWords & typeof staffSignInSays.zh>();
const asked = new URLSearchParams(location.search);

const go = byId("go") as HTMLAnchorElement;
go.href = issuerPath();
go.hidden = false;
const language = byId("other-language") as HTMLAnchorElement;
language.search = location.search;
language.hash = location.hash;

const because = v.safeParse(Refused, asked.get("because"));
if (because.success) showNotice(words[`${because.output}.title`], explained(because.output), "warn");
else if (asked.has("bye")) showNotice(words.bye, [words.byeText]);

/** The code by which somebody can be appointed comes in the fragment: it goes to no server. */
function explained(reason: Refused): (Node | string)[] {
  const code = /^#([\w-]{22})$/.exec(location.hash)?.[1];
  if (reason !== "no-grant" || !code) return [words[`${reason}.text`]];
  const copy = element("button", { class: "btn alt", type: "button" }, words.copy);
  copy.onclick = async () => {
    await navigator.clipboard?.writeText(code);
    copy.textContent = words.copied;
  };
  const shown = element(
    "p",
    {},
    `${words.codeLabel} `,
    element("b", { id: "staff-code" }, element("data", { value: code }, code)),
  );
  return [words["no-grant.text"], shown, copy];
}
