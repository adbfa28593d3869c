// What I may do here, where to, and where I am signed in.
import { daysBetween } from "../../../shared/kernel/calendar.ts";
import { ENDS_SOON_DAYS } from "../../../shared/staff/grants.ts";
import { endMySession, listMySessions, type OpenSession } from "../../../shared/staff-session/contract.ts";
import { byId, element } from "../../dom.ts";
import { dateIn } from "../../lang.ts";
import type { StaffWords } from "../../messages/staff-frame.ts";
import type { staffHomeSays } from "../../messages/staff-home.ts";
import { showNotice, showUnread } from "../../notice.ts";
import { langOfPage } from "../../paths.ts";
import { callStaff } from "../../staff/call.ts";
import { todayInChina } from "../../staff/clock.ts";
import { enterStaff, type Here, rolesOf } from "../../staff/session.ts";
import { fill, wordsOnPage } from "../../words.ts";
import { momentText } from "./moment-text.ts";

const words = wordsOnPage<StaffWords & typeof staffHomeSays.zh>();
void open();

async function open(): Promise<void> {
  const staff = await enterStaff(words);
  if (!staff) return;
  drawRoles(staff);
  await drawSessions();
}

function drawRoles({ grants, endsAt, idleMinutes }: Here): void {
  const lines = grants.map(({ role, regions, until }) => {
    const places = regions.map(({ name }) => name).join("、");
    const left = daysBetween(todayInChina(), until);
    const said = left === 0 ? words.soonToday : fill(words.soon, { days: left });
    return element(
      "li",
      {},
      element("h3", {}, words[`role.${role}`]),
      element("p", {}, words[`may.${role}`]),
      element(
        "p",
        { class: "src" },
        element("span", { lang: "zh-CN" }, places),
        ` ${fill(words.until, { date: dateIn(langOfPage(), until) })}`,
      ),
      left <= ENDS_SOON_DAYS && element("p", {}, element("span", { class: "tag warn" }, said)),
    );
  });
  byId("roles").replaceChildren(...lines);
  const mine = rolesOf({ grants });
  const doors = Array.from(byId("doors").querySelectorAll<HTMLElement>("[data-roles]"));
  const open = doors.filter(({ dataset }) => mine.some((role) => (dataset["roles"] ?? "").split(" ").includes(role)));
  for (const door of open) door.hidden = false;
  open[0]?.classList.remove("alt"); // what they are here for most
  byId("ends").textContent = fill(words.ends, { time: momentText(endsAt), idle: idleMinutes });
}

async function drawSessions(): Promise<void> {
  const answer = await callStaff(listMySessions, {});
  if (answer.is !== "value") {
    if (answer.is === "outage") showUnread(answer.outage, words);
    return;
  }
  byId("sessions").replaceChildren(...answer.value.sessions.map(line));
  byId("not-mine").hidden = answer.value.sessions.length < 2; // the button it speaks of stands beside others only
}

function line({ sessionId, startedAt, seenAt, here }: OpenSession): HTMLLIElement {
  const times = { start: momentText(startedAt), seen: momentText(seenAt) };
  if (here) return element("li", {}, fill(words.here, times));
  const button = element("button", { class: "btn alt", type: "button" }, words.end);
  button.onclick = async () => {
    const answer = await callStaff(endMySession, { params: { session: sessionId } });
    if (answer.is === "outage") return showUnread(answer.outage, words);
    showNotice(words.ended, []);
    await drawSessions();
  };
  return element("li", { class: "row" }, fill(words.other, times), button);
}
