import type { ConsentFinding } from "../../shared/privacy/consent.ts";
import { both } from "./both.ts";

/** The box under which a guardian agrees. What it says of the notice stands on /privacy#children. */
export const consent = both(
  {
    legend: "孩子不满14岁，要监护人同意",
    hint: "孩子的信息只用来登记和参保。不想在网上同意，可以带证件去社区社保服务所办。同意以后也能收回，打12333就行。",
    notice: "看看孩子的信息怎么用",
    box: "我是孩子的父母或者其他监护人。我看过了说明，同意这样用孩子的信息。",
  },
  {
    legend: "The child is under 14: a guardian has to agree",
    hint: "The child's details are used to register and insure the child, and for nothing else. If you do not want to agree online, the community desk does it with your documents. You can take your consent back at any time: call 12333.",
    notice: "How a child's details are used",
    box: "I am the child's parent or other guardian. I have read the notice and agree that the child's details are used in this way.",
  },
);

/** For the scripts of forms that have the box, and for the receipts. */
export const consentFindings = both(
  {
    "consent.missing": "孩子不满14岁，请先勾选同意",
    "consent.older-notice": "说明改过了，请刷新页面，看一遍再同意",
  } satisfies Record<ConsentFinding, string>,
  {
    "consent.missing": "The child is under 14: tick the box to agree first",
    "consent.older-notice": "The notice has changed: reload the page, read it and agree again",
  },
);
