// One person of a household in the list: how it stands with them, and the next step.
import { call } from "../../../call.ts";
import { element } from "../../../dom.ts";
import { whenIn } from "../../../drafts/say.ts";
import { dateIn } from "../../../lang.ts";
import { showNotice, showUnread } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { type Item, isOnTabletOnly } from "../../../visits/item.ts";
import { revealPhone } from "../../../visits/routes.ts";
import type { SheetVisit, VisitedMember } from "../../../visits/sheet.ts";
import { fill } from "../../../words.ts";
import { stateOf } from "./out.ts";
import { itemsOf, lookAgain, said, state, words } from "./state.ts";

export const separator = () => (langOfPage() === "zh" ? "，" : ", ");

export const button = (text: string, about: string, press: () => void, kind = "btn alt") => {
  const made = element("button", { class: kind, type: "button" }, text, element("span", { class: "vh" }, ` ${about}`));
  made.onclick = press;
  return made;
};

export const tag = (text: string, mark = "tag") => element("span", { class: mark }, text);

/** What still has to be done before somebody who is never at home may be left, in words. */
function ladderOf({ ladder }: VisitedMember): HTMLElement | undefined {
  if (!ladder?.next) return undefined;
  const texts = [
    fill(words.ladder, { attempts: ladder.attempts, needed: ladder.needed }),
    said[`next.${ladder.next}`],
    ladder.notBefore &&
      Date.parse(ladder.notBefore) > Date.now() &&
      fill(words.notBefore, { time: whenIn(Date.parse(ladder.notBefore)) }),
  ];
  return element("p", { class: "src" }, texts.filter(Boolean).join(separator()));
}

export const relationOf = (code: string): string => said[`relation.${code.slice(0, 1)}`] ?? "";

async function showPhone(visit: string, member: string, box: HTMLElement): Promise<void> {
  const answer = await call(revealPhone, { params: { visit }, body: { member }, signedOut: "tell" });
  if (answer.is === "outage") return showUnread(answer.outage, words);
  if (answer.is === "problem") return showNotice(said[`problem.${answer.type}`] ?? words["problem.refused"], [], "warn");
  const { phone } = answer.value;
  box.replaceChildren(phone ? element("a", { href: `tel:${phone}` }, phone) : words.phoneNone);
}

export function memberRow(visit: SheetVisit, member: VisitedMember): HTMLElement {
  const person = visit.people.find((each) => each.member === member.member);
  const name = person?.form?.person.name ?? relationOf(member.relation);
  const items = itemsOf(visit.visit, member.member).filter(({ kind }) => kind === "form");
  const item = items.find(isOnTabletOnly) ?? items[items.length - 1];
  const isSettled = member.outcome !== undefined;
  const born = person?.form?.person.birth;
  const about = [
    relationOf(member.relation),
    born && dateIn(langOfPage(), born.slice(0, 7)),
    ...member.why.map((why) => said[`why.${why}`]),
  ];
  const now = item
    ? stateOf(item)
    : isSettled
      ? { text: said[`outcome.${member.outcome}`] ?? "", mark: "tag" }
      : person?.unavailable
        ? { text: words[person.unavailable === "gone" ? "gonePerson" : "elsewherePerson"], mark: "tag off" }
        : { text: words.todo, mark: "tag warn" };
  const acts = element("div", { class: "acts" });
  const editing = item && isOnTabletOnly(item);
  if (person?.form && (editing || (!item && !isSettled) || visit.state === "returned"))
    acts.append(
      button(
        !editing ? words.fill : item.stage === "refused" ? words.mend : words.goOn,
        name,
        () => {
          location.hash = `form/${visit.visit}/${member.member}`;
        },
        "btn",
      ),
    );
  if (member.ladder?.next === "phone" && state.net === "on") {
    const box = element("p", { role: "status" });
    acts.append(
      button(words.phone, name, () => void showPhone(visit.visit, member.member, box)),
      box,
    );
  }
  return element(
    "li",
    {},
    element("p", { class: "name" }, element("b", { lang: "zh-CN" }, name), " ", tag(now.text, now.mark)),
    element("p", { class: "src" }, about.filter(Boolean).join(separator())),
    ladderOf(member),
    acts,
  );
}

/** By its author only, in two presses, and never once it may have arrived. */
export function discardButton(item: Item): HTMLButtonElement {
  const made = button(words.discard, item.label, () => {
    made.textContent = words.discardSure;
    made.onclick = async () => {
      await state.store?.discard(item.key);
      location.hash = "";
      await lookAgain();
    };
  });
  return made;
}
