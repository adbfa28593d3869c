// A parent reads their child's log too. Who the children are is asked when somebody wants to know: that is a look at each of them.
import { listChildren } from "../../../shared/children/contract.ts";
import { call } from "../../call.ts";
import { byId, element } from "../../dom.ts";
import { showNotice, showUnread } from "../../notice.ts";
import type { Words } from "./words.ts";

export function offerChildren(words: Words, choose: (child: string | undefined, name?: string) => void): void {
  const kids = byId("kids");
  const mine = byId("mine");
  const button = byId("children");
  button.onclick = async () => {
    const answer = await call(listChildren, {});
    if (answer.is === "outage") return showUnread(answer.outage, words);
    const children = answer.is === "value" ? answer.value.children : [];
    if (children.length === 0) return showNotice(words.noChildren, [words.noChildrenText]);
    kids.hidden = false;
    kids.replaceChildren(
      ...children.map(({ child, name }) => {
        const one = element("button", { class: "btn alt", type: "button" }, name);
        one.onclick = () => {
          mine.hidden = false;
          choose(child, name);
          byId("whose").scrollIntoView();
        };
        return one;
      }),
    );
    kids.querySelector("button")?.focus();
  };
  mine.onclick = () => {
    mine.hidden = true;
    choose(undefined);
  };
}
