/** Messages to the person on their way to whoever shows them: they wait here until its code has come. */

export type Undo = { readonly label: string; readonly onUndo: () => void };
export type ToastMessage = {
  readonly text: string;
  readonly undo?: Undo | undefined;
  /** Id of what it is about: of the same thing only the newest is told. */
  readonly about?: string | undefined;
};

const waiting: ToastMessage[] = [];
let receiver: ((message: ToastMessage) => void) | null = null;
let tellWaiting: (() => void) | null = null;

/** Hands all messages to `receive`, those that came before it first. Returns its removal. */
export function receiveToasts(receive: (message: ToastMessage) => void): () => void {
  receiver = receive;
  for (const message of waiting.splice(0)) receive(message);
  return () => {
    receiver = null;
  };
}

/** Calls back when a message waits for whoever shows it. Returns its removal. */
export function whenToastsWait(tell: () => void): () => void {
  tellWaiting = tell;
  if (waiting.length > 0) tell();
  return () => {
    tellWaiting = null;
  };
}

/** Says what was done, with a way back where there is one. */
export function addToast(text: string, undo?: Undo, about?: string): void {
  const message = { text, undo, about };
  if (receiver) receiver(message);
  else {
    waiting.push(message);
    tellWaiting?.();
  }
}
