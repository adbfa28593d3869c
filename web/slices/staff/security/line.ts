// One grant in the list: who has it, for where, until when, who gave it; and what can be done about it.
import { daysBetween } from "../../../../shared/kernel/calendar.ts";
import { endGrant, type GrantShown } from "../../../../shared/security/contract.ts";
import { ENDS_SOON_DAYS } from "../../../../shared/staff/grants.ts";
import { element } from "../../../dom.ts";
import { dateIn } from "../../../lang.ts";
import { showNotice, showUnread } from "../../../notice.ts";
import { langOfPage } from "../../../paths.ts";
import { callStaff } from "../../../staff/call.ts";
import { fill } from "../../../words.ts";
import { showSessions } from "./sessions.ts";
import { words } from "./words.ts";

type About = {
  today: GrantShown["until"];
  isOver: boolean;
  /** One's own: others give and end it. */
  isMine: boolean;
  /** Puts the grant into the form, to be given again. */
  again(grant: GrantShown): void;
  changed(): Promise<void>;
};

const day = (date: string) => dateIn(langOfPage(), date);
const byWhom = (by: string) => (by === "operator" ? words.operator : fill(words.hereNumber, { number: by }));

export function grantLine(grant: GrantShown, about: About): HTMLLIElement {
  const { name, workNumber, agency, role, regions, from, by } = grant;
  const below = element("div", {});
  return element(
    "li",
    { class: "grant" },
    element("p", {}, element("b", {}, words[`role.${role}`]), " ", lastDay(grant, about)),
    element("p", { lang: "zh-CN" }, fill(words.who, { name, number: workNumber, agency })),
    element(
      "p",
      { class: "src" },
      element("span", { lang: "zh-CN" }, regions.map((region) => region.name).join("、")),
      ` ${fill(words.from, { from: day(from), by: byWhom(by) })}`,
    ),
    element("div", { class: "row" }, ...actions(grant, about, below)),
    below,
  );
}

function lastDay({ until, ended }: GrantShown, { today, isOver }: About): Node {
  if (ended)
    return element("span", { class: "tag off" }, fill(words.endedBy, { date: day(ended.at.slice(0, 10)), by: byWhom(ended.by) }));
  if (isOver) return element("span", { class: "tag off" }, fill(words.ranOut, { date: day(until) }));
  const left = daysBetween(today, until);
  if (left > ENDS_SOON_DAYS) return element("span", {}, fill(words.until, { until: day(until) }));
  const soon = left === 0 ? words.soonToday : fill(words.soon, { days: left });
  return element("span", { class: "tag warn" }, soon);
}

function actions(grant: GrantShown, { isOver, isMine, again, changed }: About, below: HTMLElement): Node[] {
  const button = (label: string, act: () => void) => {
    const made = element("button", { class: "btn alt", type: "button" }, label);
    made.onclick = act;
    return made;
  };
  if (isMine) return [];
  const extend = button(words.extend, () => again(grant));
  if (isOver) return [extend];

  const askFirst = () => {
    const sure = fill(words.endSure, { name: grant.name, role: words[`role.${grant.role}`] });
    const yes = button(words.endYes, end);
    below.replaceChildren(
      element("p", { role: "alert" }, sure),
      element(
        "div",
        { class: "row" },
        yes,
        button(words.endNo, () => below.replaceChildren()),
      ),
    );
    yes.focus();
  };
  const end = async () => {
    const answer = await callStaff(endGrant, { params: { staff: grant.staffId, role: grant.role } });
    if (answer.is === "outage") return showUnread(answer.outage, words);
    if (answer.is === "problem") {
      const [finding] = answer.problem.findings;
      const said: Record<string, string> = words;
      showNotice(said[finding?.code ?? ""] ?? words.gone, [], "warn");
    } else showNotice(words.ended, []);
    scrollTo(0, 0);
    await changed();
  };
  return [button(words.end, askFirst), extend, button(words.sessions, () => void showSessions(grant.staffId, below))];
}
