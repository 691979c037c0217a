import { yaml } from "@codemirror/lang-yaml";
import type { Diagnostic } from "@codemirror/lint";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { basicSetup, EditorView } from "codemirror";
import type { Finding } from "../diagnostics/render-json.ts";

/** Where a rubric is read and changed. */
export interface Editor {
  text(): string;
  /** Another rubric in place of the one that stands there. */
  replace(text: string): void;
  /** Marks what is wrong where it stands. */
  mark(findings: readonly Finding[]): void;
  goTo(line: number): void;
}

/** @param heading has an id, and says what is edited in the language of the page */
export function createEditor(parent: HTMLElement, heading: HTMLElement, onChange: () => void): Editor {
  const view = new EditorView({
    parent,
    extensions: [
      basicSetup,
      yaml(),
      lintGutter(),
      EditorView.contentAttributes.of({ "aria-labelledby": heading.id }),
      EditorView.updateListener.of(({ docChanged }) => docChanged && onChange()),
    ],
  });
  // What scrolls must be reached by keys too.
  view.scrollDOM.tabIndex = 0;
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (findings) => view.dispatch(setDiagnostics(view.state, findings.flatMap(toMark))),
    goTo(line) {
      const at = view.state.doc.line(Math.min(line, view.state.doc.lines)).from;
      view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      view.focus();
    },
  };

  function toMark({ code, severity, message, hint, place }: Finding): Diagnostic[] {
    if (!place || !("line" in place) || place.line > view.state.doc.lines) return [];
    const from = offset(place.line, place.column);
    const to = Math.max(from, offset(place.endLine, place.endColumn));
    const level = severity === "note" ? "info" : severity;
    return [{ from, to, severity: level, message: `${code}: ${message}${hint ? `\n${hint}` : ""}` }];
  }

  /** Columns of diagnostics count characters, those of the editor UTF-16 units. */
  function offset(line: number, column: number): number {
    const { from, text } = view.state.doc.line(Math.min(line, view.state.doc.lines));
    return from + [...text].slice(0, column - 1).join("").length;
  }
}
