// Roles: given, looked over, ended; and sessions of others.
import type { GrantShown } from "../../../shared/security/contract.ts";
import { reviewGrants } from "../../../shared/security/contract.ts";
import { byId, element } from "../../dom.ts";
import { showNotice, showUnread } from "../../notice.ts";
import { callStaff } from "../../staff/call.ts";
import { enterStaff } from "../../staff/session.ts";
import { giveRoles } from "./security/give.ts";
import { grantLine } from "./security/line.ts";
import { words } from "./security/words.ts";

void open();

async function open(): Promise<void> {
  const staff = await enterStaff(words, ["security-administrator"]);
  if (!staff) return;
  const { workNumber: me } = staff;
  const mine = staff.grants.flatMap(({ role, regions }) => (role === "security-administrator" ? regions : []));
  const form = giveRoles(mine.map(({ code }) => code).join(" "), draw);
  await draw();

  async function draw(): Promise<void> {
    const answer = await callStaff(reviewGrants, {});
    if (answer.is === "outage") return showUnread(answer.outage, words);
    if (answer.is === "problem") return showNotice(words["problem.refused"], [], "blind");
    const { today, grants } = answer.value;
    const isOver = ({ until, ended }: GrantShown) => ended !== undefined || until < today;
    const list = (id: string, shown: readonly GrantShown[]) => {
      const about = { today, isOver: id === "over", again: form.fillIn, changed: draw };
      const lines = shown.map((grant) => grantLine(grant, { ...about, isMine: grant.workNumber === me }));
      byId(id).replaceChildren(...(lines.length > 0 ? lines : [element("li", {}, words.none)]));
    };
    list(
      "now",
      grants.filter((grant) => !isOver(grant)),
    );
    list("over", grants.filter(isOver));
  }
}
