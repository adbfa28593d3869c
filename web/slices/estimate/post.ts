// The question of the post and the month of birth, as PostQuestion.astro asks them.
import { findingOnBirth } from "../../../shared/estimate/plausible.ts";
import type { PlainMonth } from "../../../shared/kernel/calendar.ts";
import type { PostCategory } from "../../../shared/retirement/age.ts";
import { byId } from "../../dom.ts";
import type { Ask } from "./ask.ts";

const categories = ["M60", "F55", "F50"] as const;

export function postAndBirth(
  ask: Ask,
  words: Record<"unknownChosen" | "tooYoung" | "tooOld", string>,
): { category: PostCategory | undefined; birth: PlainMonth | undefined } {
  const unknown = ask.text("category") === "unknown";
  const category = unknown ? ask.complain("category", words.unknownChosen) : ask.choice("category", categories);
  const birth = ask.month("birth");
  const finding = birth && findingOnBirth(birth, ask.asOf);
  if (finding) ask.complain("birth.year", finding === "birth.too-young" ? words.tooYoung : words.tooOld);
  return { category, birth };
}

/** Who does not know the post is told how to find out. */
export function explainPost(form: HTMLFormElement): void {
  const chosen = form.querySelector<HTMLInputElement>("[name=category]:checked")?.value;
  byId("unknown").hidden = chosen !== "unknown";
}
