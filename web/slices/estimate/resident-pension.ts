// The tier chooser: what each tier costs and brings, the one that fits first (handbook 14).
import { hasImpossibleYears, type ResidentLife, residentStanding } from "../../../shared/estimate/resident-plan.ts";
import type { Law } from "../../../shared/policy/law.ts";
import { dateIn } from "../../lang.ts";
import { langOfPage } from "../../paths.ts";
import { fill } from "../../words.ts";
import { needsStaff, outcome, type Piece, paragraph } from "./answer.ts";
import type { Ask } from "./ask.ts";
import { openEstimate } from "./kit.ts";
import { monthFilled, paidIn } from "./record.ts";
import { planInWords, type ResidentWords } from "./resident-pension/plan.ts";
import { estimateWords } from "./words.ts";

const MOST_YEARS = 60;
const MOST_FEN = 100_000_000;

type Facts = ResidentLife & { canPay: number | undefined };

const words: ResidentWords = estimateWords();

function read(ask: Ask): Facts | undefined {
  const birth = ask.month("birth");
  const paidYears = ask.count("paid", { most: MOST_YEARS, optional: true }) ?? 0;
  const account = ask.yuan("account", { most: MOST_FEN, optional: true }) ?? 0;
  const canPay = ask.yuan("canPay", { most: MOST_FEN, optional: true });
  const about = ask.choice("about", ["none", "hardUp", "student"]);
  return birth && { birth, paidYears, account, canPay, hardUp: about === "hardUp", student: about === "student" };
}

function answer({ canPay, ...life }: Facts, law: Law): readonly Piece[] {
  const standing = residentStanding(life, law);
  if (!standing.ok) return [needsStaff(standing.refusal, law, words)];
  const found = standing.value;
  if (found.is !== "too-young" && hasImpossibleYears(life, law)) return [outcome(words.tooMany)];
  switch (found.is) {
    case "too-young":
      return [outcome(fill(words.young, { age: found.fromAge, month: dateIn(langOfPage(), found.from) }))];
    case "student":
      return [outcome(words.school), paragraph(words.schoolMedical)];
    case "of-age": {
      const { missingYears, minimumYears, benefitAge } = found;
      return [
        outcome(fill(words.ofAge, { age: benefitAge })),
        paragraph(
          missingYears > 0
            ? fill(words.ofAgeMissing, { n: missingYears, years: minimumYears })
            : fill(words.draw, { years: minimumYears }),
        ),
        paragraph(fill(words.unchanged, { age: benefitAge })),
      ];
    }
    case "plan":
      return planInWords(found, { ...life, canPay }, law, words);
  }
}

openEstimate<Facts>({
  name: "resident-pension",
  read,
  answer,
  record(mine) {
    const paid = paidIn(mine, "170");
    return { ...monthFilled("birth", mine.person.birth), ...(paid !== undefined && { paid: String(Math.floor(paid / 12)) }) };
  },
});
