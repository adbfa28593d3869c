import * as v from "valibot";
import { ageOn, dateOf, instantAt, PlainDate } from "../../../shared/kernel/calendar.ts";
import { CONSENT_UNDER_YEARS } from "../../../shared/privacy/consent.ts";
import { byId } from "../../dom.ts";
import type { Complaint } from "../../errors.ts";
import type { signPageSays } from "../../messages/registration-says.ts";
import { wordsOnPage } from "../../words.ts";
import { carryOn, openForm, theForm, typed } from "../change/form.ts";
import { Bare } from "./answer.ts";
import { answered, byParent, child, pageOf, type RegistrationWords, registrationOf } from "./form.ts";

type Words = RegistrationWords & Record<keyof typeof signPageSays.zh | "consent.missing", string>;
const words = wordsOnPage<Words>();
let needsConsent = false;

const follow = () => {
  byId("relation").hidden = child !== undefined || typed("sign.by") !== "guardian";
};

function leave(): Complaint[] {
  if (child) return needsConsent && !typed("consent") ? [{ field: "consent", text: words["consent.missing"] }] : [];
  if (!typed("sign.by")) return [{ field: "sign.by", text: words["sign.missing"] }];
  const relation = typed("sign.by") !== "guardian" || typed("sign.relation");
  return relation ? [] : [{ field: "sign.relation", text: words["relation.missing"] }];
}

void openForm(registrationOf(Bare, words), words, ({ person }) => {
  const birth = v.safeParse(PlainDate, person.birth);
  needsConsent = byParent && birth.success && ageOn(birth.output, dateOf(instantAt(Date.now()))) < CONSENT_UNDER_YEARS;
  byId("signers").hidden = child !== undefined;
  byId("parent").hidden = !byParent;
  byId("consent").hidden = !needsConsent;
  theForm().addEventListener("change", follow);
  return { steps: [{ name: "sign", done: () => false, leave: () => answered(leave()), shown: follow }] };
}).then((opened) => carryOn(opened, words, () => pageOf(!child && typed("sign.by") !== "self" ? "/sign/evidence" : "")));
