import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OpeningPage } from "#components/workbench/opening-page.tsx";
import { PrintNote } from "#components/workbench/print-note.tsx";
import { TrashedArticle } from "#components/workbench/trashed-article.tsx";
import { Workbench } from "#components/workbench/workbench.tsx";
import { packWorkbench } from "#core/articles/pack-workbench.ts";
import { isAppError } from "#core/errors.ts";
import { getArticle } from "#server/articles/get-article.ts";
import { getWorkbench } from "#server/articles/get-workbench.ts";
import { openCollab } from "#server/articles/open-collab.ts";
import { getArticleConcepts } from "#server/glossary/get-article-concepts.ts";
import { getMember } from "#server/people/get-member.ts";

type Params = { readonly params: Promise<{ readonly projectId: string; readonly articleId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { articleId } = await params;
  try {
    return { title: getArticle(await getMember(), articleId, "read").title };
  } catch {
    // The page itself says what is wrong.
    return {};
  }
}

export default async function ArticlePage({ params }: Params) {
  const { projectId, articleId } = await params;
  const member = await getMember();
  try {
    const article = getArticle(member, articleId, "read");
    if (article.projectId !== projectId) notFound();
    if (article.trashedAt !== null) return <TrashedArticle article={article} me={member} />;
    const workbench = getWorkbench(member, articleId);
    return (
      <>
        <Workbench
          packed={packWorkbench(workbench)}
          admission={openCollab(member, articleId)}
          concepts={await getArticleConcepts(member, articleId)}
        >
          <OpeningPage workbench={workbench} />
        </Workbench>
        <PrintNote />
      </>
    );
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") notFound();
    throw error;
  }
}
