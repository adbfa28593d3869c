// The certificate, which parent, and the child.
import * as v from "valibot";
import { isBirthCertificate } from "../../../../shared/kernel/documents.ts";
import { Name } from "../../../../shared/kernel/names.ts";
import { byId } from "../../../dom.ts";
import type { Complaint } from "../../../errors.ts";
import type { dateSays } from "../../../messages/correction.ts";
import type { newbornFindings, newbornSays } from "../../../messages/newcomer.ts";
import { wordsOnPage } from "../../../words.ts";
import { openDay } from "../../change/day.ts";
import { carryOn, openForm, theForm, typed } from "../../change/form.ts";
import { type ChildWords, pageOf, theChild, wayOf } from "./form.ts";

type Says = keyof typeof newbornSays.zh | keyof typeof newbornFindings.zh | keyof typeof dateSays.zh;
const words = wordsOnPage<ChildWords & Record<Says, string>>();
const compact = (text: string) => text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
const isFather = () => typed("as") === "father";

function aboutPaper(): Complaint[] {
  const field = (name: string, text: string) => [{ field: name, text }];
  return [
    ...(isBirthCertificate(compact(typed("certificate"))) ? [] : field("certificate", words["newborn.certificate-unreadable"])),
    ...(typed("as") ? [] : field("as", words["as.missing"])),
    ...(isFather() && !typed("mother").trim() ? field("mother", words["newborn.mother-missing"]) : []),
  ];
}

void openForm(
  theChild,
  words,
  () => {
    const day = openDay("birth", words);
    const showMother = () => {
      byId("of-mother").hidden = !isFather();
    };
    theForm().addEventListener("change", showMother);
    return {
      steps: [
        { name: "paper", done: () => aboutPaper().length === 0, leave: aboutPaper, shown: showMother },
        {
          name: "child",
          done: () => false,
          shown: day.show,
          leave() {
            const read = day.read();
            const name = typed("child").trim();
            return [
              ...(name && !v.is(Name, name) ? [{ field: "child", text: words["name.unreadable"] }] : []),
              ...(typed("sex") ? [] : [{ field: "sex", text: words["sex.missing"] }]),
              ...("wrong" in read ? [{ field: "birth", text: read.wrong }] : []),
              ...(typed("consent") ? [] : [{ field: "consent", text: words["consent.missing"] }]),
            ];
          },
        },
      ],
    };
  },
  wayOf(0),
).then((opened) => carryOn(opened, words, () => pageOf("/evidence")));
