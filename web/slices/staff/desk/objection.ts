// Somebody says that it is not so: noted once, and it stays.
import { type MatterView, objectToMatter } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { callStaff } from "../../../staff/call.ts";
import { sent } from "./send.ts";
import type { Page } from "./words.ts";

export function drawObjection({ may }: MatterView, page: Page): void {
  const { words, task } = page;
  byId("objection").replaceChildren();
  if (!may.includes("object")) return;
  const text = element("textarea", {
    class: "in",
    id: "objected",
    maxlength: "500",
    required: "",
    "aria-describedby": "objected-h",
    lang: "zh-CN",
  });
  const go = element("button", { class: "btn alt", type: "submit" }, words.objectNow);
  const form = element(
    "form",
    {},
    element("p", { class: "hint", id: "objected-h" }, words.objectionHint),
    element("div", { class: "field" }, element("label", { for: "objected" }, words.objectionNote), text),
    go,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const note = text.value.trim();
    if (!note) return text.focus();
    void sent(
      page,
      go,
      () => callStaff(objectToMatter, { params: { task }, body: { note } }),
      () => words["next.objected"],
    );
  };
  byId("objection").replaceChildren(element("details", { class: "pane" }, element("summary", {}, words.objection), form));
}
