import { dateOf, instantAt } from "../../../../shared/kernel/calendar.ts";
import { readNewWho } from "../../../../shared/newcomer/who.ts";
import { byId } from "../../../dom.ts";
import { putBackUnder } from "../../../drafts/in-form.ts";
import { type Complaint, showErrors } from "../../../errors.ts";
import { onSubmit, typedIn } from "../../../form.ts";
import type { FormWords } from "../../../messages/kit.ts";
import type { newcomerFindings, newWhoSays } from "../../../messages/newcomer.ts";
import type { phoneReplacementSays } from "../../../messages/phone-replacement.ts";
import type { signInSays } from "../../../messages/sign-in.ts";
import { clearNotice } from "../../../notice.ts";
import { aboutPhone, phoneIn } from "../../../phone-typed.ts";
import { fill, wordsFor, wordsOnPage } from "../../../words.ts";
import { isGood, type Kept, keepAsked, keptAsked, pageOf, whoIn } from "./kept.ts";
import { send } from "./send.ts";

type Says = typeof signInSays.zh;
const words = wordsOnPage<
  FormWords &
    Record<keyof Says["who"] | keyof Says["both"] | keyof (typeof phoneReplacementSays.zh)["who"], string> &
    Record<keyof typeof newWhoSays.zh | keyof typeof newcomerFindings.zh, string>
>();
const NUMBER_DIGITS = 18;
const form = byId("form") as HTMLFormElement;

putBackUnder(form, keptAsked() ?? {});
form.addEventListener("input", () => keepAsked(asked()));

onSubmit(form, words, async () => {
  const typed = asked();
  const read = readWho(typed);
  const kept = { ...typed, sex: (read.ok && read.value.sex) || "", birth: (read.ok && read.value.birth) || "" };
  const complaints = [...aboutWho(kept), ...aboutPhone(kept.phone, words)];
  keepAsked(kept);
  clearNotice();
  showErrors(form, complaints, words);
  if (complaints.length > 0) return;

  if (!isGood(kept, Date.now()) && !(await send(form, kept, words))) return;
  if (!keptAsked()) return showErrors(form, [{ text: words.noMemory }], words);
  location.assign(pageOf("/code"));
});

function asked(): Kept {
  const { docType = "", number = "", name = "", phone = "" } = typedIn(form);
  return {
    ...{ sex: "", birth: "", sentTo: "", sentTill: "", ...keptAsked() },
    docType,
    number: number.replace(/\s+/g, " ").trim(),
    name: name.trim(),
    phone: phoneIn(phone),
  };
}

function readWho(kept: Kept) {
  const { phone: _, ...typed } = whoIn(kept);
  return readNewWho(typed, dateOf(instantAt(Date.now())));
}

function aboutWho(kept: Kept): Complaint[] {
  if (!kept.docType) return [{ field: "docType", text: words["docType.missing"] }];
  const read = readWho(kept);
  if (read.ok) return [];
  return read.refusal.map(({ code, path: [field = ""] }) => {
    if (field === "name") return { field, text: words[kept.name ? "name.unreadable" : "name.missing"] };
    return { field: "number", text: aboutNumber(code, kept.number) };
  });
}

function aboutNumber(code: string, typed: string): string {
  const now = Array.from(typed.normalize("NFKC").replace(/[\s-]/g, "")).length;
  if (now === 0) return words["number.missing"];
  if (code !== "number.bad-length") return wordsFor(code, words) || words["number.bad-format"];
  const off = now - NUMBER_DIGITS;
  return fill(words[off < 0 ? "number.too-short" : "number.too-long"], { n: Math.abs(off), now });
}
