// The answer's JSON, as `POST /v1/ask` gives it.

export interface Citation {
  number: number;
  report: string;
  title: string;
  heading: string[];
  quote: string;
  start: number;
  end: number;
  passage: string;
  page: number | null;
  table: string | null;
  row: string | null;
  column: string | null;
  url: string | null;
}

export interface CitedText {
  text: string;
  citations: number[];
  calculation: number | null;
}

export interface Calculation {
  formula: string;
  operands: { value: string; unit: string; period: string | null; citation: number }[];
  result: string;
  unit: string;
}

export interface ChartPoint {
  label: string;
  value: number;
  origin: 'published' | 'calculated';
  citations: number[];
  calculation: number | null;
}

export type Block =
  | { type: 'paragraph'; sentences: CitedText[] }
  | { type: 'list'; intro: CitedText; items: CitedText[] }
  | { type: 'table'; title: string; header: string[]; rows: { cells: string[]; citations: number[] }[] }
  | { type: 'chart'; title: string; unit: string; points: ChartPoint[] }
  | { type: 'calculation'; calculation: number }
  | {
      type: 'handoff';
      text: string;
      name: string;
      role: string | null;
      email: string | null;
      phone: string | null;
      url: string | null;
    };

export interface Answer {
  id: string;
  status: 'answered' | 'partial' | 'declined';
  reason: string | null;
  answerer: string;
  text: string;
  blocks: Block[];
  citations: Citation[];
  calculations: Calculation[];
  suggestions: string[];
  conversation: string;
}

export interface Passage {
  heading: string[];
  title: string;
  text: string;
  table: { title: string; header: string[]; rows: string[][]; row: number | null; column: number | null } | null;
}

export interface Invitation {
  report: { id: string; title: string; publisher: string | null; published: string | null; url: string | null } | null;
  suggestions: string[];
  privacy: string;
  max_question: number;
}
