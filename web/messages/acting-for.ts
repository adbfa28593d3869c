import { both } from "./both.ts";

/** The band on every page where somebody acts for somebody else. */
export const actingFor = both(
  {
    adult: "您正在替{name}办事",
    child: "您正在替孩子{name}办事",
    until: "到{date}为止。每次查看，{name}都会在“谁看过我的记录”里看到。",
    childText: "每次查看都会记在孩子的“谁看过我的记录”里。",
    lookOnly: "现在只能看：{time}以后才能替他办。",
    leave: "不替他办了，回到家人页",
    over: "这里不能替他办了",
    overText: "他没有许可，或者许可已经结束。您没有提交任何东西。",
    onlyThem: "这一项只有本人能办",
    onlyThemText: "手机号、姓名证件、查看记录和许可，别人都不能代办。",
    unread: "现在看不到您在替谁办",
  },
  {
    adult: "You are acting for {name}",
    child: "You are acting for your child {name}",
    until: "Until {date}. Each time, {name} sees it under “Who looked at my record”.",
    childText: "Each look stands in your child's “Who looked at my record”.",
    lookOnly: "For now you can only look: from {time} on you can do things for them.",
    leave: "Stop acting for them: back to family",
    over: "You cannot act for them here",
    overText: "They have not allowed it, or it has ended. Nothing was sent.",
    onlyThem: "Only they can do this themselves",
    onlyThemText: "Their phone, name and document, the list of who looked, and permissions are nobody else's.",
    unread: "We cannot see now for whom you act",
  },
);
