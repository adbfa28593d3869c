// What has happened with a matter, the first step first.
import type { MatterView } from "../../../../shared/desk/contract.ts";
import { byId, element } from "../../../dom.ts";
import { fill } from "../../../words.ts";
import { momentText } from "../moment-text.ts";
import type { Page } from "./words.ts";

type Step = { at: string; text: string; more?: string | undefined };

export function drawHistory(view: MatterView, { words }: Page): void {
  const { openedAt, passed, proposed, returned, objection, decision, done } = view;
  const steps: (Step | undefined)[] = [
    { at: openedAt, text: words["step.opened"] },
    ...passed.map(({ at, by, to, note }) => ({
      at,
      text: fill(to === undefined ? words["step.back"] : to === by ? words["step.took"] : words["step.gave"], {
        by,
        to: to ?? "",
      }),
      more: note,
    })),
    proposed && {
      at: proposed.at,
      text: fill(words["step.proposed"], { by: proposed.by, verdict: words[`verdict.${proposed.verdict}`] }),
      more: proposed.reason,
    },
    returned && { at: returned.at, text: fill(words["step.returned"], { by: returned.by }), more: returned.reason },
    objection && { at: objection.at, text: fill(words["step.objected"], { by: objection.by }), more: objection.note },
    decision && {
      at: decision.at,
      text: fill(words["step.decided"], {
        by: [...new Set(decision.by)].join("、"),
        verdict: words[`verdict.${decision.verdict}`],
      }),
      more: decision.reason,
    },
    done && { at: done.at, text: fill(words["step.done"], { by: done.by }), more: done.note },
  ];
  const shown = steps.flatMap((step) => step ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
  byId("history").replaceChildren(
    ...shown.map(({ at, text, more }) =>
      element(
        "li",
        {},
        element("p", {}, text, " ", element("time", { class: "src", datetime: at }, momentText(at))),
        more && element("p", { lang: "zh-CN" }, more),
      ),
    ),
  );
}
