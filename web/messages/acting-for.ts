import { both } from "./both.ts";

/** The band on every page where somebody acts for somebody else. */
export const actingFor = both(
  {
    adult: "您正在替{name}办事",
    ward: "您正在替{name}办事，您是监护人",
    child: "您正在替孩子{name}办事",
    check: "{name}的参保",
    mine: "{name}的资料",
    toForm: "替他填登记表",
    until: "到{date}为止。每次查看，{name}都会在“谁看过我的记录”里看到。",
    childText: "每次查看都会记在孩子的“谁看过我的记录”里。",
    lookOnly: "现在只能看：{time}以后才能替他办。",
    scope: "他让您办的不包括这一项。要加上，请到“家人”里先取消，再重新问他。",
    onlyThem: "这一项只有他本人能办：手机号、姓名和证件号码、谁看过记录、全部资料，别人都不能代办。",
    objected: "孩子不同意您替他办。工作人员定下来以前，您只能看，不能提交。他们会和你们联系。",
    submissions: "他自己交过什么，只有他看得到。您替他交的，在您自己的页面里：",
    toSubmissions: "看我交过的",
    leave: "不替他办了，回到家人页",
    over: "不能替他办了",
    overText: "没有许可，或者许可已经结束。要再替他办，请到“家人”里重新问他。",
    kept: "这一次没有交出去，您填的还在这一页。",
    unread: "现在看不到您在替谁办",
  },
  {
    adult: "You are acting for {name}",
    ward: "You are acting for {name}, as guardian",
    child: "You are acting for your child {name}",
    check: "The insurances of {name}",
    mine: "The details of {name}",
    toForm: "Fill in their registration form",
    until: "Until {date}. Each time, {name} sees it under “Who looked at my record”.",
    childText: "Each look stands in your child's “Who looked at my record”.",
    lookOnly: "For now you can only look: from {time} on you can do things for them.",
    scope: "They have not let you do this. To add it, end it on the page “Family” and ask them again.",
    onlyThem:
      "Only they can do this themselves: their phone, name and document number, who looked, and all of their data are nobody else's.",
    objected:
      "The child does not agree that you act for them. Until our staff have decided you can look and send nothing. They will get in touch with you both.",
    submissions: "What they sent themselves only they can see. What you sent for them is on a page of yours:",
    toSubmissions: "See what I sent",
    leave: "Stop acting for them: back to family",
    over: "You cannot act for them any more",
    overText: "They have not allowed it, or it has ended. To act for them again, ask them anew on the page “Family”.",
    kept: " This was not sent; what you entered is still on this page.",
    unread: "We cannot see now for whom you act",
  },
);
