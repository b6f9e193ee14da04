"use server";
import { z } from "zod";
import { confirmationLevels, reasonCharacterLimit } from "#core/articles/states.ts";
import { idPattern } from "#core/ids.ts";
import { permissions } from "#core/importing/parsed-article.ts";
import { action } from "#server/action.ts";
import { confirmSegment } from "./confirm-segment.ts";
import { editArticle } from "./edit-article.ts";
import { openCollab } from "./open-collab.ts";
import { restoreArticle, trashArticle } from "./trash-article.ts";
import { withdrawConfirmation } from "./withdraw-confirmation.ts";

const id = z.string().regex(idPattern);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const ofArticle = z.object({ articleId: id });
const line = z.string().trim().max(500);
const address = z.url({ protocol: /^https?$/ }).max(2000);

export const confirmSegmentAction = action(
  z.object({ segmentId: id, level: z.enum(confirmationLevels), targetHash: hash }),
  confirmSegment,
);

export const withdrawConfirmationAction = action(
  z.object({ segmentId: id, reason: z.string().trim().min(1).max(reasonCharacterLimit).nullable() }),
  withdrawConfirmation,
);

export const editArticleAction = action(
  ofArticle.extend({
    title: line.min(1).optional(),
    author: line.nullable().optional(),
    sourceUrl: address.nullable().optional(),
    permission: z.enum(permissions).optional(),
  }),
  editArticle,
);

export const trashArticleAction = action(ofArticle, (member, { articleId }) =>
  trashArticle(member, articleId),
);

export const restoreArticleAction = action(ofArticle, (member, { articleId }) =>
  restoreArticle(member, articleId),
);

export const openCollabAction = action(z.object({ articleId: id.nullable() }), (member, { articleId }) =>
  openCollab(member, articleId),
);
