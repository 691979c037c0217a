/**
 * What each shell is told once, so that it asks `score complete` where a line ends. No shell evaluates what was typed or what comes
 * back: a key of somebody is a text. Quotation marks and backslashes of a word as it was typed are taken off.
 */
export const shells: ReadonlyMap<string, string> = new Map([
  [
    "bash",
    `_score() {
  local line quotes=$'[\\\\\\\\"\\']'
  local -a typed=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  COMPREPLY=()
  while IFS= read -r line; do
    [ -n "$line" ] && COMPREPLY+=("$(printf '%q' "\${line%%$'\\t'*}")")
  done < <(score complete -- "\${typed[@]//$quotes/}" 2>/dev/null)
}
complete -o default -F _score score
`,
  ],
  [
    "zsh",
    `#compdef score
_score() {
  local -a found
  local line
  while IFS= read -r line; do
    [[ -n "$line" ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done < <(score complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  if (( $#found )); then _describe score found; else _files; fi
}
compdef _score score
`,
  ],
  [
    "fish",
    `complete -c score -a '(score complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
  ],
  [
    "powershell",
    `Register-ArgumentCompleter -Native -CommandName score -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  # Before 7.3 an empty word is not passed on.
  if ($wordToComplete -eq '') { $words += $(if ($PSVersionTable.PSVersion -ge '7.3') { '' } else { '""' }) }
  $encoding = [Console]::OutputEncoding
  [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
  try { $lines = @(score complete '--' @words 2>$null) } finally { [Console]::OutputEncoding = $encoding }
  foreach ($line in $lines) {
    $value, $what = $line -split "\`t", 2
    if (-not $what) { $what = $value }
    $quoted = "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($value) + "'"
    $typed = if ($value -match '^[-A-Za-z0-9_./]+$') { $value } else { $quoted }
    [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $what)
  }
}
`,
  ],
]);
