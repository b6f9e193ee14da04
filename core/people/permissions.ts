/** Who may do what. Every use case asks here, with the member that the session names. */

export const roles = ["owner", "reviewer", "translator", "viewer"] as const;
export type Role = (typeof roles)[number];

export type Member = {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly role: Role;
  readonly color: string;
};

export const actions = [
  "read",
  "translate",
  "approve",
  "import",
  "edit-article",
  "delete-article",
  "download-original",
  "export",
  "propose-term",
  "decide-term",
] as const;
export type Action = (typeof actions)[number];

const allowed: Record<Role, readonly Action[]> = {
  owner: actions,
  reviewer: [
    "read",
    "translate",
    "approve",
    "import",
    "edit-article",
    "delete-article",
    "export",
    "propose-term",
    "decide-term",
  ],
  translator: ["read", "translate", "import", "edit-article", "export", "propose-term"],
  viewer: ["read", "export"],
};

/** A thing of a project: an article, a concept, a job. */
export type Owned = { readonly projectId: string };

/** True when the member's role in the thing's own project allows the action. */
export function can(member: Member, action: Action, thing: Owned): boolean {
  return member.projectId === thing.projectId && allowed[member.role].includes(action);
}
