/** The Chromium for the tests and benches: one that is installed, else Playwright's own, else one that we fetch. */
import { existsSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./run-command.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];
const downloadLimit = 60_000;

/** Absolute path of a browser that is here already (`CHROMIUM`, the PATH, the usual places, Playwright's own), or null. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM;
  if (asked) return existsSync(asked) ? asked : null;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...places,
  ];
  const { chromium } = await import("playwright-core");
  return [...candidates, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/**
 * Finds a browser, or fetches one: Playwright's download, then, as root on a Debian-like system, its package.
 * @param {string} node the Node binary to run Playwright with
 * @returns {Promise<string | null>} its path; null when there is none to be had
 */
export async function fetchBrowser(node) {
  const present = await findBrowser();
  if (present || process.env.CHROMIUM) return present;
  process.stdout.write("No Chromium or Chrome is installed: trying Playwright's own …\n");
  await runCommand(node, ["node_modules/playwright-core/cli.js", "install", "chromium"], {
    limit: downloadLimit,
  });
  const downloaded = await findBrowser();
  if (downloaded || !isDebianRoot()) return downloaded;
  process.stdout.write(
    "Notice: installing the system package chromium with apt-get, as the tests need a browser …\n",
  );
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["-qq", "update"], { env });
  await runCommand("apt-get", ["-qq", "install", "-y", "--no-install-recommends", "chromium"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return findBrowser();
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}
