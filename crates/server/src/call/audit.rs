//! The audit: a row for each changing call, written before the call and completed after it, with
//! everything struck out that is or may be secret.

use api::{
    Caller, Data, Entry, Field, Form, Host, Kind, Result, Type,
    function::Notes,
    records::{AuditRecord, is},
    values::text,
};

/// The longest value that is kept, in characters.
const LONGEST: usize = 500;

/// What stands in place of a value that is not to be seen.
const STRUCK: &str = "***";

/// A row that is written and still open.
pub(super) struct Line(String);

/// Writes the row of a call that is about to be made.
pub(super) fn open(host: &Host, caller: &Caller, entry: &Entry, form: &Form) -> Result<Line> {
    let id = host.random_text(26)?;
    let tx = host.store.write_relaxed()?;
    tx.insert(&AuditRecord {
        id: id.clone(),
        at: host.clock.now(),
        actor: caller.user.clone(),
        token: caller.token().map(ToString::to_string).unwrap_or_default(),
        source: caller.source.map(|source| source.to_string()).unwrap_or_default(),
        function: entry.name.to_owned(),
        form: struck_out(entry, form),
        result: "open".to_owned(),
        reason: String::new(),
    })?;
    tx.commit()?;
    Ok(Line(id))
}

/// Completes the row.
pub(super) fn close(host: &Host, line: Line, result: &Result<Data>, notes: &Notes) -> Result<()> {
    let (word, reason) = match result {
        Ok(_) => ("ok", notes.reason.clone().unwrap_or_default()),
        Err(problem) if problem.kind() == Kind::Denied => ("denied", problem.to_string()),
        Err(problem) => ("failed", problem.to_string()),
    };
    let tx = host.store.write_relaxed()?;
    let set = [("result", word.into()), ("reason", reason.as_str().into())];
    tx.update::<AuditRecord>(&set, &[is("id", line.0.as_str())])?;
    tx.commit()
}

/// The parameters as JSON. Only the values of parameters that the function declares, and that are
/// of a type without secrets, are kept; and none beyond a `?`, since what follows it is a call's or
/// a URL's own parameters.
fn struck_out(entry: &Entry, form: &Form) -> String {
    let shown: serde_json::Map<String, api::Value> = form
        .iter()
        .map(|(name, texts)| {
            let texts = texts.iter().map(|value| shown(entry, name, value));
            (text::shown(name), texts.collect::<Vec<_>>().join(", ").into())
        })
        .collect();
    api::Value::Object(shown).to_string()
}

fn shown(entry: &Entry, name: &str, value: &str) -> String {
    let is_plain = entry.params.iter().any(|field| is_named(field, name) && is_plain(field.ty));
    if is_plain || name.starts_with("api.") {
        let head = value.split_inclusive('?').next().unwrap_or_default();
        head.chars().take(LONGEST).map(|c| if text::is_control(c) { ' ' } else { c }).collect()
    } else {
        STRUCK.to_owned()
    }
}

fn is_named(field: &Field, name: &str) -> bool {
    let is_member = |of: &str| {
        let number = name.strip_prefix(of).and_then(|rest| rest.strip_prefix('-'));
        name == of || (field.family && number.is_some_and(|number| number.parse::<u32>().is_ok()))
    };
    !field.rest && (is_member(field.name) || field.aliases.iter().any(|alias| is_member(alias)))
}

/// Whether values of this type are never secret.
fn is_plain(ty: Type) -> bool {
    match ty {
        Type::Secret | Type::Any => false,
        Type::Optional(inner) | Type::List(inner) | Type::Map(inner) => is_plain(*inner),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_unknown_parameters_are_struck_out() {
        let form: Form = [
            ("username", "anna"),
            ("password", "Quarry-lamp-7"),
            ("passwort", "Quarry-lamp-8"),
            ("domain", "anna.test\n"),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into_iter()
        .collect();
        let kept = struck_out(functions::find("createacct").unwrap(), &form);
        assert_eq!(
            kept,
            r#"{"domain":"anna.test ","password":"***","passwort":"***","username":"anna"}"#
        );
    }
}
