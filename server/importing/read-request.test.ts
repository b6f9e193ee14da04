import { describe, expect, it } from "vitest";
import { importLimits } from "#core/importing/limits.ts";
import { readBody, readJson } from "#server/read-body.ts";
import { readImportRequest } from "./read-request.ts";

const address = "http://localhost/api/imports";

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(address, { method: "POST", body, headers });
}

function aForm(name: string, bytes: BlobPart): FormData {
  const form = new FormData();
  form.append("file", new File([bytes], name));
  return form;
}

describe("what a browser sends", () => {
  it("is a file with its name, byte for byte", async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 45, 45]);
    const input = await readImportRequest(post(aForm("../夹/桥.md", bytes)));
    expect(input).toMatchObject({ kind: "file", fileName: "桥.md" });
    expect(input.kind === "file" && [...input.bytes]).toEqual([...bytes]);
  });

  it("is a clipboard", async () => {
    const pasted = { html: "<p>一</p>", text: "一" };
    const request = post(JSON.stringify(pasted), { "content-type": "application/json" });
    expect(await readImportRequest(request)).toEqual({ kind: "paste", ...pasted });
  });

  it.each([
    ["{", "application/json"],
    ['{"text":1}', "application/json"],
    ["anything", "text/plain"],
    ["--x", "multipart/form-data; boundary=x"],
  ])("is refused when it is %j as %s", async (body, type) => {
    await expect(readImportRequest(post(body, { "content-type": type }))).rejects.toMatchObject({
      code: "invalid-input",
    });
  });
});

it("names the limit of a file for a body that is too large", async () => {
  const request = post(new Uint8Array(2000));
  await expect(readBody(request, 1000, importLimits.bytes)).rejects.toMatchObject({
    code: "too-large",
    details: { limit: importLimits.bytes },
  });
});

describe("a small body", () => {
  const post = (body: string) => new Request("http://localhost/", { method: "POST", body });

  it("is JSON, or null", async () => {
    expect(await readJson(post('{"title":"桥"}'))).toEqual({ title: "桥" });
    expect(await readJson(post("{"))).toBeNull();
    expect(await readJson(new Request("http://localhost/"))).toBeNull();
  });

  it("is read no further than its limit", async () => {
    await expect(readJson(post(`"${"x".repeat(20_000)}"`))).rejects.toMatchObject({
      code: "too-large",
      details: { what: "bytes", limit: 16_384, value: 20_002 },
    });
  });
});
