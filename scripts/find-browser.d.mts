export function findBrowser(): Promise<string | null>;
export function fetchBrowser(node: string): Promise<string | null>;
