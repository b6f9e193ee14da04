/** The root list of namespaces: one file per feature and language, the file's name is the namespace. */

import type { SegmentState } from "#core/articles/states.ts";
import type { ErrorCode } from "#core/errors.ts";
import type { ArticleSource, Permission } from "#core/importing/parsed-article.ts";
import type { RefusalReason } from "#core/importing/refusals.ts";
import type { WarningCode } from "#core/importing/warnings.ts";
import type { Locale } from "#i18n/routing.ts";
import errorsEn from "#messages/en/errors.json";
import exportingEn from "#messages/en/exporting.json";
import glossaryEn from "#messages/en/glossary.json";
import importingEn from "#messages/en/importing.json";
import importingRefusalsEn from "#messages/en/importing-refusals.json";
import importingWarningsEn from "#messages/en/importing-warnings.json";
import libraryEn from "#messages/en/library.json";
import permissionsEn from "#messages/en/permissions.json";
import shellEn from "#messages/en/shell.json";
import sourcesEn from "#messages/en/sources.json";
import statesEn from "#messages/en/states.json";
import workbenchEn from "#messages/en/workbench.json";
import errorsZh from "#messages/zh-CN/errors.json";
import exportingZh from "#messages/zh-CN/exporting.json";
import glossaryZh from "#messages/zh-CN/glossary.json";
import importingZh from "#messages/zh-CN/importing.json";
import importingRefusalsZh from "#messages/zh-CN/importing-refusals.json";
import importingWarningsZh from "#messages/zh-CN/importing-warnings.json";
import libraryZh from "#messages/zh-CN/library.json";
import permissionsZh from "#messages/zh-CN/permissions.json";
import shellZh from "#messages/zh-CN/shell.json";
import sourcesZh from "#messages/zh-CN/sources.json";
import statesZh from "#messages/zh-CN/states.json";
import workbenchZh from "#messages/zh-CN/workbench.json";

const en = {
  // A code without its sentence does not compile.
  errors: errorsEn satisfies Record<ErrorCode | "unexpected" | "unreachable", string>,
  exporting: exportingEn,
  glossary: glossaryEn,
  importing: importingEn,
  "importing-refusals": importingRefusalsEn satisfies Record<RefusalReason, string>,
  "importing-warnings": importingWarningsEn satisfies Record<WarningCode, string>,
  library: libraryEn,
  permissions: permissionsEn satisfies Record<Permission, string>,
  shell: shellEn,
  sources: sourcesEn satisfies Record<ArticleSource, string>,
  states: statesEn satisfies Record<SegmentState, string>,
  workbench: workbenchEn,
};

export type Messages = typeof en;

/** The same keys with any sentence: the English ones are typed literally, for the arguments inside them. */
type Translated<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]>;
};

/** All messages by language; a key missing in one language does not compile. */
export const messages: Record<Locale, Translated<Messages>> = {
  en,
  "zh-CN": {
    errors: errorsZh,
    exporting: exportingZh,
    glossary: glossaryZh,
    importing: importingZh,
    "importing-refusals": importingRefusalsZh,
    "importing-warnings": importingWarningsZh,
    library: libraryZh,
    permissions: permissionsZh,
    shell: shellZh,
    sources: sourcesZh,
    states: statesZh,
    workbench: workbenchZh,
  },
};
