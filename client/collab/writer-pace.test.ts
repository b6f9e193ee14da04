import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WriterPace } from "./writer-pace.ts";

let page: EventTarget;
let pace: WriterPace;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  pace = new WriterPace(page);
});
afterEach(() => {
  pace.close();
  vi.useRealTimers();
});

/** A key is pressed now; the page comes to it after a while, and then needs some time for it. */
function press(delay = 0, work = 0): boolean {
  const event = new Event("keydown");
  Object.defineProperty(event, "timeStamp", { value: performance.now() });
  vi.advanceTimersByTime(delay);
  page.dispatchEvent(event);
  const hasPaused = pace.noteEdit();
  vi.advanceTimersByTime(work);
  return hasPaused;
}

test("keys one after the other are no pause, and half a minute of thought is one", () => {
  vi.advanceTimersByTime(5000);
  const pauses = [press(), press(), press()];
  vi.advanceTimersByTime(30_000);
  expect([...pauses, press(), press()]).toEqual([true, false, false, true, false]);
});

test("a page that needs seconds for each key makes no pauses", () => {
  vi.advanceTimersByTime(5000);
  expect([press(2000, 50), press(1500, 50), press(3000, 50)]).toEqual([true, false, false]);
});

test("nor does one that is busy before it comes to the key being let go", () => {
  vi.advanceTimersByTime(5000);
  press();
  vi.advanceTimersByTime(2000);
  page.dispatchEvent(new Event("keyup"));
  expect(press()).toBe(false);
});

test.each([
  ["keydown", "keyup"],
  ["pointerdown", "pointerup"],
])("an arrow or a click after an edit does not hide the minute of thought after it (%s)", (down, up) => {
  vi.advanceTimersByTime(5000);
  press();
  vi.advanceTimersByTime(100);
  for (const name of [down, up]) {
    const event = new Event(name);
    Object.defineProperty(event, "timeStamp", { value: performance.now() });
    page.dispatchEvent(event);
  }
  vi.advanceTimersByTime(60_000);
  expect(press()).toBe(true);
});

test("an edit without a key counts by its own time", () => {
  vi.advanceTimersByTime(5000);
  press();
  vi.advanceTimersByTime(200);
  expect(pace.noteEdit()).toBe(false);
  vi.advanceTimersByTime(1100);
  expect(pace.noteEdit()).toBe(true);
});
