// Every page for staff begins here: who is here, may they be here, and the frame of the page is filled in.
import type { StaffRole } from "../../shared/staff/staff.ts";
import { currentStaff, type StaffSessionReply, signOutStaff } from "../../shared/staff-session/contract.ts";
import { byId, element } from "../dom.ts";
import { dateIn } from "../lang.ts";
import type { StaffWords } from "../messages/staff-frame.ts";
import { showNotice, showUnread } from "../notice.ts";
import { here, langOfPage } from "../paths.ts";
import { fill } from "../words.ts";
import { callStaff } from "./call.ts";
import { watchStaffIdle } from "./idle.ts";

export type Here = StaffSessionReply;
export const rolesOf = ({ grants }: Pick<Here, "grants">): StaffRole[] => [...new Set(grants.map(({ role }) => role))];

/**
 * Who is here: whoever is signed out goes to sign in and comes back. Undefined where the page has said that it cannot go on: for
 * other roles than `wanted`, or in an outage; then the content of the page stays hidden. The header, the way to other pages, signing
 * out and the idle lock work from then on.
 */
export async function enterStaff(words: StaffWords, wanted: readonly StaffRole[] = []): Promise<Here | undefined> {
  const language = byId("other-language") as HTMLAnchorElement;
  language.search = location.search;
  const answer = await callStaff(currentStaff, {});
  if (answer.is === "outage") {
    showUnread(answer.outage, words);
    return undefined;
  }
  if (answer.is === "problem") {
    showNotice(words["problem.refused"], [], "blind");
    return undefined;
  }
  const staff = answer.value;
  const mine = rolesOf(staff);
  fillFrame(staff, words);
  if (wanted.length === 0 || mine.some((role) => wanted.includes(role))) {
    byId("work").hidden = false;
    return staff;
  }

  const named = (roles: readonly StaffRole[]) =>
    roles.map((role) => words[`role.${role}`]).join(langOfPage() === "zh" ? "、" : ", ");
  const home = element("a", { class: "btn", href: here("/staff") }, words.toHome);
  showNotice(words.notYours, [fill(words.notYoursText, { roles: named(wanted), mine: named(mine) }), home], "warn");
  return undefined;
}

function fillFrame(staff: Here, words: StaffWords): void {
  const roles = staff.grants.map(({ role, regions, until }) => {
    const places = regions.map(({ name }) => name).join("、");
    return element(
      "span",
      {},
      `${fill(words.hereUntil, { role: words[`role.${role}`], until: dateIn(langOfPage(), until) })} `,
      element("span", { lang: "zh-CN" }, places),
    );
  });
  byId("who").replaceChildren(
    element("b", { lang: "zh-CN" }, staff.name),
    element("span", {}, fill(words.hereNumber, { number: staff.workNumber })),
    " ",
    ...roles,
  );
  const mine = rolesOf(staff);
  for (const link of Array.from(byId("where").querySelectorAll<HTMLElement>("[data-roles]")))
    link.hidden = !(link.dataset["roles"] ?? "").split(" ").some((role) => mine.some((one) => one === role));

  const button = byId("sign-out");
  button.hidden = false;
  button.onclick = async () => {
    const answer = await callStaff(signOutStaff, { signedOut: "tell" });
    if (answer.is === "outage")
      return showUnread(answer.outage, { ...words, readOutage: words.notSignedOut, readOutageText: "" });
    location.assign(here("/staff/sign-in?bye=1"));
  };
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // the back button shows no old record
  watchStaffIdle(words);
}
