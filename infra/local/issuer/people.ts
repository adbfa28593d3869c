// Whom the local issuer lets in. What they may do here is granted elsewhere (scripts/start/demo-staff.ts): the issuer only says
// who somebody is. Invented people, one or two for each role, and two who are refused.
import type { StaffRole } from "../../../shared/staff/staff.ts";

export type DemoStaff = {
  subject: string;
  name: string;
  workNumber: string;
  agency: string;
  role: StaffRole;
  regions: readonly string[];
  /** Signs in without the code on the phone, and is not let in. */
  secondFactor: boolean;
  /** Until when, in days from the first start; 0: the grant was ended at once. */
  days: number;
  about: string;
};

const everywhere = ["340400", "320100", "370826"];
const helpline = "淮南市12333热线";
const community = "寿县寿春镇社保服务所";
const agency = "淮南市社保中心";

const of = (
  subject: string,
  name: string,
  workNumber: string,
  role: StaffRole,
  at: string,
  about: string,
  differences: Partial<DemoStaff> = {},
): DemoStaff => ({
  subject,
  name,
  workNumber,
  agency: at,
  role,
  regions: everywhere,
  secondFactor: true,
  days: 180,
  about,
  ...differences,
});

export const demoStaff: readonly DemoStaff[] = [
  of("agent-1", "乔一宁", "6027", "agent", helpline, "接线员 · helpline agent"),
  of("agent-2", "方晴", "6031", "agent", helpline, "接线员，只管淮南 · helpline agent, Huainan only", { regions: ["340400"] }),
  of("visitor-1", "田小路", "3105", "visitor", community, "入户人员，只管寿县 · household visitor, Shou County only", {
    regions: ["340422"],
  }),
  of("handler-1", "何经纬", "2201", "handler", agency, "经办人 · handler"),
  of("handler-2", "章亦文", "2202", "handler", agency, "经办人 · handler"),
  of("checker-1", "沈复明", "2301", "checker", agency, "复核人 · checker"),
  of("checker-2", "陆再思", "2302", "checker", agency, "复核人，20天后到期 · checker, for 20 more days", { days: 20 }),
  of("officer-1", "陶数", "4101", "officer", agency, "数据管理人员 · data officer"),
  of("signer-1", "严一签", "4201", "signer", agency, "报表签发人 · signer of reports"),
  of("parameters-1", "柏准", "5101", "parameters", agency, "参数管理员 · keeper of parameters"),
  of("auditor-1", "公孙明", "5201", "auditor", agency, "审计员 · auditor"),
  of("security-1", "安可信", "5301", "security-administrator", agency, "安全管理员 · security administrator"),
  of("agent-3", "吴一重", "6044", "agent", helpline, "没有第二重验证，进不去 · no second factor, is refused", {
    secondFactor: false,
  }),
  of("handler-3", "齐满期", "2209", "handler", agency, "授权已收回，进不去 · the grant was ended, is refused", { days: 0 }),
  of("nobody-1", "新来的", "", "agent", "", "还没有授权，进不去 · has no grant yet, is refused", { days: 0 }),
];

/** Who is known to the issuer and to nobody here. */
export const isUnknown = ({ workNumber }: Pick<DemoStaff, "workNumber">): boolean => workNumber === "";
