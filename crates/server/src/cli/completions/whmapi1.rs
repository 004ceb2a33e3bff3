//! Completions of `whmapi1`: its options, the functions, the parameters of the function named.

use std::io::{self, Write};

use api::{Entry, Group};

/// The options.
const OPTIONS: &str =
    "--output=yaml --output=json --output=jsonpretty --output=xml --user= --socket= --data= --help";

/// For bash.
pub(super) fn bash(groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    parameters(groups, out)?;
    out.write_all(
        br#"_whmapi1() {
  local word="${COMP_WORDS[COMP_CWORD]}" function="" before="" other
  # "=" parts words for bash; a value is left to the caller.
  [[ $word == "=" || ${COMP_WORDS[COMP_CWORD-1]} == "=" ]] && return
  for other in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $before/$other in
      =/*|--output/*|--user/*|--socket/*|--data/*|*/-*|*/*=*) ;;
      *) function=$other; break ;;
    esac
    before=$other
  done
  compopt -o nospace 2>/dev/null
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$_whmapi1_options" -- "$word"))
  elif [[ -z $function ]]; then
    COMPREPLY=($(compgen -W "$_whmapi1_functions" -- "$word"))
    compopt +o nospace 2>/dev/null
  else
    COMPREPLY=($(compgen -W "$(_whmapi1_parameters "$function")" -- "$word"))
  fi
}
complete -F _whmapi1 whmapi1
"#,
    )
}

/// For zsh.
pub(super) fn zsh(groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "#compdef whmapi1")?;
    parameters(groups, out)?;
    out.write_all(
        br#"_whmapi1() {
  local word="${words[CURRENT]}" function="" before="" other
  for other in "${(@)words[2,CURRENT-1]}"; do
    case $before/$other in
      (--output/*|--user/*|--socket/*|--data/*|*/-*|*/*=*) ;;
      (*) function=$other; break ;;
    esac
    before=$other
  done
  if [[ $word == -* ]]; then
    compadd -S '' -- ${=_whmapi1_options}
  elif [[ -z $function ]]; then
    compadd -- ${=_whmapi1_functions}
  else
    compadd -S '' -- ${=$(_whmapi1_parameters "$function")}
  fi
}
compdef _whmapi1 whmapi1
"#,
    )
}

/// For fish.
pub(super) fn fish(groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    let none = "not __fish_seen_subcommand_from $__whmapi1_functions";
    let names: Vec<&str> = entries(groups).map(|entry| entry.name).collect();
    writeln!(out, "set -g __whmapi1_functions {}", names.join(" "))?;
    writeln!(out, "complete -c whmapi1 -f")?;
    writeln!(out, "complete -c whmapi1 -l output -x -a 'yaml json jsonpretty xml'")?;
    writeln!(out, "complete -c whmapi1 -l user -x")?;
    writeln!(out, "complete -c whmapi1 -l socket -r\ncomplete -c whmapi1 -l data -r")?;
    writeln!(out, "complete -c whmapi1 -l help")?;
    writeln!(out, "complete -c whmapi1 -n '{none}' -a \"$__whmapi1_functions\"")?;
    for entry in entries(groups).filter(|entry| !entry.params.is_empty()) {
        let seen = format!("__fish_seen_subcommand_from {}", entry.name);
        writeln!(out, "complete -c whmapi1 -n '{seen}' -a '{}'", parameters_of(entry))?;
    }
    Ok(())
}

/// The variables and the function that bash and zsh have in common.
fn parameters(groups: &[Group], out: &mut dyn Write) -> io::Result<()> {
    let names: Vec<&str> = entries(groups).map(|entry| entry.name).collect();
    writeln!(out, "_whmapi1_options='{OPTIONS}'")?;
    writeln!(out, "_whmapi1_functions='{}'", names.join(" "))?;
    writeln!(out, "_whmapi1_parameters() {{\n  case $1 in")?;
    for entry in entries(groups).filter(|entry| !entry.params.is_empty()) {
        writeln!(out, "  {}) echo '{}' ;;", entry.name, parameters_of(entry))?;
    }
    writeln!(out, "  esac\n}}")
}

fn entries(groups: &[Group]) -> impl Iterator<Item = &Entry> {
    groups.iter().flat_map(|group| group.functions).filter(|entry| entry.finished)
}

fn parameters_of(entry: &Entry) -> String {
    let named = entry.params.iter().filter(|field| !field.rest);
    named.map(|field| format!("{}=", field.name)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;
    use crate::cli::openapi::sample;

    #[test]
    fn every_shells_script_knows_functions_and_parameters() {
        for script in [bash, zsh, fish] {
            let mut out = Vec::new();
            script(&[sample::GROUP], &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
            assert!(text.contains("sample") && text.contains("user= kind= most="), "{text}");
        }
    }

    #[test]
    fn bash_completes_functions_and_then_their_parameters() {
        let mut script = Vec::new();
        bash(&[sample::GROUP], &mut script).unwrap();
        let script = String::from_utf8(script).unwrap();
        let complete = |words: &str, at: usize| {
            let line = format!(
                "{script}\nCOMP_WORDS=({words})\nCOMP_CWORD={at}\n_whmapi1\necho \"${{COMPREPLY[@]}}\""
            );
            let output = Command::new("bash").args(["-c", &line]).output().unwrap();
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        assert_eq!(complete("whmapi1 sa", 1), "sample");
        assert_eq!(complete("whmapi1 --user x sample k", 4), "kind=");
        assert_eq!(complete("whmapi1 --output = json sample k", 5), "kind=");
        assert_eq!(complete("whmapi1 --output=json sample k", 3), "kind=");
        assert_eq!(complete("whmapi1 --outp", 1).split(' ').count(), 4);
    }
}
